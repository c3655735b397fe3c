package org.rapporteur.launch.cli;

import org.rapporteur.core.problem.Message;

/** The command line asks for something that makes no sense; nothing was done. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    UsageException(String key, Object... args) {
        super(key);
        this.message = Message.of(key, args);
    }

    Message words() {
        return message;
    }
}
