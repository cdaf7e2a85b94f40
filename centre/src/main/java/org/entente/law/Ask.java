package org.entente.law;

import java.util.Optional;

/// A question that a file asks, with the key under which the date goes that answers it.
public enum Ask {

    REQUEST_DEADLINE("requestDeadline"),
    REPLY_DEADLINE("replyDeadline"),
    TRANSFER_DEADLINE("transferDeadline"),
    NOTIFICATION_DEADLINE(
        "notificationDeadline"),
    INFO_REPLY_DEADLINE("infoReplyDeadline"),
    REEXAM_DEADLINE("reexamDeadline"),
    REEXAM_REPLY_DEADLINE(
        "reexamReplyDeadline"),
    CONFIRM_DEADLINE("confirmDeadline"),
    DEADLINE("deadline"),
    END("deadline"),
    MIN_END(
        "deadline"),
    TARGET_DATE("deadline"),

    EXTENDED_DEADLINE("extendedDeadline"),
    DETENTION_TRANSFER_DEADLINE("detentionTransferDeadline"),
    DETENTION_OUTER_LIMIT(
        "outerLimit"),
    TRANSFER_DECISION_DEADLINE("transferDecisionDeadline"),
    NOTICE_WINDOW("latestFormDate"),

    OUTCOME,
    VALIDATE_REQUEST,
    VALIDATE,
    CRITERION,
    RESPONSIBLE,
    CRITERIA_EXAMINED,
    MISSING,
    APPLIES,
    REGIME,
    REMOVAL_ALLOWED;

    private final Optional<String> key;

    Ask() {
        this.key = Optional.empty();
    }

    Ask(String key) {
        this.key = Optional.of(key);
    }

    /// The key of the date, for a question that asks for one.
    public Optional<String> key() {
        return key;
    }
}
