package org.rapporteur.ui.kit;

/**
 * Work off the window's thread.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does the work. Must not touch the window.
     *
     * @throws Exception any failure; the person is told
     */
    T run(Progress progress) throws Exception;
}
