/// The console's API over HTTP and SSE, sessions and the access table's enforcement. The only package that knows the web framework.
///
/// `docs/api.md` is the contract. [Reference] is the deployment's data, [Live] the moving picture, [Shapes] the JSON of both;
/// [Doors] is the security of all of it; one controller per room.
package org.entente.web;
