/// One outside protocol per family of files: it parses, checks, counts and hands on; it decides nothing.
///
/// `SensorThings…` speaks OGC SensorThings 1.1 (18-088) over HTTP, `Mqtt…` the same over MQTT 3.1.1 and 5, `Cot…` Cursor on
/// Target, `Sapient…` BSI Flex 335 v2.0. What is malformed, too large, too late or said twice is counted and answered in the
/// protocol's own way, and never stops a feed. What describes a person is dropped before anything is stored. Readings go to [org.entente.picture.Intake].
package org.entente.feeds;
