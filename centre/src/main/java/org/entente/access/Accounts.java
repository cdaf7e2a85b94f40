package org.entente.access;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;

/// The door officers come in by. Safe from any thread.
///
/// An unknown account, a disabled one and a wrong password get the same answer after the same work, so that nobody learns which
/// accounts exist. Attempts are limited per account and per address; a right one gives its token back.
public final class Accounts {

    /// What became of a log-in.
    public sealed interface LogIn {
        /// Come in.
        record Granted(Session session, boolean mustChange) implements LogIn {}
        /// No such account, or disabled, or not its password: not said which.
        record Wrong(Text reason) implements LogIn {}
        /// The desk is not this officer's, or not for this purpose.
        record NotYours(Text reason) implements LogIn {}
        /// Too many attempts; `retryAfter` until the next.
        record TooMany(Text reason, Duration retryAfter) implements LogIn {}
    }

    private static final LogIn WRONG = new LogIn.Wrong(
        new Text("Account or password not recognised", "Compte ou mot de passe non reconnu"));
    private static final Text NOT_YOURS = new Text("This desk or purpose is not open to you",
        "Ce poste ou cette finalité ne vous est pas ouvert");
    private static final Text TOO_MANY = new Text("Too many attempts; wait a little",
        "Trop de tentatives ; patientez un instant");

    private final Map<DeskId, Desk> desks = new LinkedHashMap<>();
    private final AccountStore store;
    private final PasswordHash hash;
    private final String decoy;
    private final RateLimit perAccount = new RateLimit(10, Duration.ofSeconds(30));
    private final RateLimit perAddress = new RateLimit(60, Duration.ofSeconds(2));

    /// Opens the door on the desks of the reference deployment.
    public Accounts(List<Desk> desks, AccountStore store, PasswordHash hash) {
        desks.forEach(desk -> this.desks.put(desk.id(), desk));
        this.store = requireNonNull(store, "store");
        this.hash = requireNonNull(hash, "hash");
        this.decoy = hash.hash("nobody's password");
    }

    /// Every desk of the centre, in order of the reference deployment.
    public List<Desk> desks() {
        return List.copyOf(desks.values());
    }

    /// A desk by its id, if there is one.
    public Optional<Desk> desk(DeskId id) {
        return Optional.ofNullable(desks.get(id));
    }

    /// An officer asks to sit down.
    ///
    /// @param officer as typed; anything
    /// @param address where the request comes from, as far as it can be trusted
    public LogIn logIn(String officer, String password, String desk, Purpose purpose, String address, Instant now) {
        var wait = perAddress.take(address, now).or(() -> perAccount.take(officer, now));
        if (wait.isPresent()) {
            return new LogIn.TooMany(TOO_MANY, wait.get());
        }
        var account = name(officer).flatMap(store::find);
        boolean right = hash.matches(password, account.map(Account::hash).orElse(decoy));
        if (account.isEmpty() || !right || account.get().disabled()) {
            return WRONG;
        }
        perAddress.giveBack(address, now);
        perAccount.giveBack(officer, now);
        return seat(account.get(), desk, purpose);
    }

    /// Makes or replaces an account. For the administrator's tools and the demo.
    public void put(OfficerId officer, String password, List<DeskId> at, boolean mustChange, Instant now) {
        store.put(new Account(officer, hash.hash(password), at, false, mustChange, now));
    }

    /// Whether the officer's account exists, is open, and has this password. For checking at start, not for log-in.
    boolean stands(OfficerId officer, String password) {
        return store.find(officer).filter(account -> !account.disabled() && hash.matches(password, account.hash()))
            .isPresent();
    }

    boolean exists(OfficerId officer) {
        return store.find(officer).isPresent();
    }

    private LogIn seat(Account account, String desk, Purpose purpose) {
        return account.desks().stream().filter(id -> id.text().equals(desk)).findFirst().flatMap(this::desk)
            .filter(found -> found.purposes().contains(purpose))
            .<LogIn>map(found -> new LogIn.Granted(Session.at(found, account.officer(), purpose), account.mustChange()))
            .orElse(new LogIn.NotYours(NOT_YOURS));
    }

    private static Optional<OfficerId> name(String officer) {
        try {
            return Optional.of(new OfficerId(officer));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
