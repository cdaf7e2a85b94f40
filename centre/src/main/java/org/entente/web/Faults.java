package org.entente.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.entente.access.AccessFault;
import org.entente.journal.StreamMoved;
import org.entente.kernel.Text;
import org.entente.protection.ProtectionFault;
import org.entente.store.StoreAway;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The one catch at the edge: every fault becomes a sentence that says what to do; details go to the log, never out.
@RestControllerAdvice
final class Faults {

    private static final Logger LOG = System.getLogger("entente.web");

    @ExceptionHandler
    ResponseEntity<byte[]> malformed(Wish.Malformed fault) {
        return Wire.refused(400, fault.reason);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mismatch(MethodArgumentTypeMismatchException fault) {
        return Wire.refused(400, new Text("\"" + fault.getName() + "\" is not of the right kind",
            "« " + fault.getName() + " » n'est pas de la bonne nature"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException fault) {
        return Wire.refused(405, new Text("Not with " + fault.getMethod(), "Pas avec " + fault.getMethod()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> nothing(NoResourceFoundException fault) {
        return Wire.refused(404, Wire.NOT_FOUND);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> moved(StreamMoved fault) {
        return Wire.refused(409,
            new Text("Somebody changed it meanwhile: look again", "Modifié entre-temps : vérifiez à nouveau"));
    }

    @ExceptionHandler({StoreAway.class, AccessFault.class})
    ResponseEntity<byte[]> away(RuntimeException fault) {
        return later(fault, fault instanceof StoreAway away && away.doubtful()
            ? new Text(
                "The record does not answer and it is not known whether this was written: look before you try again",
                "Le registre ne répond pas et on ignore si ceci a été écrit : vérifiez avant de réessayer")
            : new Text("The record does not answer: nothing was written, try again in a moment",
                "Le registre ne répond pas : rien n'a été écrit, réessayez dans un instant"));
    }

    /// Who raises a concern cannot look whether it is there.
    @ExceptionHandler
    ResponseEntity<byte[]> away(ProtectionFault fault) {
        return later(fault,
            new Text("The protected store does not answer: try again in a moment; a concern told twice does no harm",
                "Le registre protégé ne répond pas : réessayez dans un instant ; un signalement répété ne nuit pas"));
    }

    private static ResponseEntity<byte[]> later(RuntimeException fault, Text words) {
        LOG.log(Level.WARNING, "the record is away: " + fault.getMessage());
        return ResponseEntity.status(503).header("Retry-After", "2").contentType(MediaType.APPLICATION_JSON)
            .body(Wire.bytes(Wire.refusal(words)));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anythingElse(Exception fault) {
        LOG.log(Level.ERROR, "a request failed", fault);
        return Wire.refused(500,
            new Text("A fault of the centre; it is written down", "Un défaut du centre ; il est consigné"));
    }
}
