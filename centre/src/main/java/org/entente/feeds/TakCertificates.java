package org.entente.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A folder of TLS material for the CoT door: one authority, the server, and as many clients as asked for.
///
/// Every name gives `NAME.p12` (key, chain; password [#PASSWORD]), `NAME.pem` and `NAME.key`; the authority is `ca`, the server `server`, and
/// `truststore.p12` holds the authority alone, as TAK clients import it. Files are readable by their owner only. What exists is kept, so it may
/// be asked for at every start. For the demo and small sites; a ministry brings its own authority and its own [SSLContext].
public final class TakCertificates {

    /// The password that TAK clients try first.
    public static final String PASSWORD = "atakatak";

    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3650);
    private static final Duration OTHERS_LAST = Duration.ofDays(730);
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private enum Use {
        AUTHORITY, SERVER, CLIENT
    }

    private final Path folder;
    private final Instant now;
    private final List<String> hosts;
    private final SecureRandom random = new SecureRandom();

    /// Opens or makes the folder, the authority and the server's certificate.
    ///
    /// @param now the real time, whatever the exercise clock says: TLS peers check validity by theirs
    /// @param hosts the names and addresses clients reach the server by; only read when the certificate is made
    /// @throws IOException the folder cannot be written, or what is in it cannot be read
    public TakCertificates(Path folder, Instant now, List<String> hosts) throws IOException {
        this.folder = folder;
        this.now = now;
        this.hosts = List.copyOf(hosts);
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        make("ca", Use.AUTHORITY);
        make("server", Use.SERVER);
        if (Files.notExists(folder.resolve("truststore.p12"))) {
            secured(() -> {
                KeyStore trust = empty();
                trust.setCertificateEntry("ca", load("ca").getCertificate("ca"));
                store(trust, "truststore");
                return trust;
            });
        }
    }

    /// Makes a client's certificate, or keeps the one there is; its common name is the unit's id.
    ///
    /// @throws IllegalArgumentException the name cannot be a file's, or is `ca`, `server` or `truststore`
    public void client(String name) throws IOException {
        if (!FILE_NAME.matcher(name).matches() || List.of("ca", "server", "truststore", ".", "..").contains(name)) {
            throw new IllegalArgumentException("not a client's name: " + name);
        }
        make(name, Use.CLIENT);
    }

    /// TLS for the server: its certificate, trusting the authority's clients.
    public SSLContext server() throws IOException {
        return context("server");
    }

    /// TLS for a client made by [#client].
    public SSLContext clientContext(String name) throws IOException {
        return context(name);
    }

    private void make(String name, Use use) throws IOException {
        if (Files.exists(folder.resolve(name + ".p12"))) {
            return;
        }
        secured(() -> {
            KeyPair keys = keys();
            KeyStore authority = use == Use.AUTHORITY ? empty() : load("ca");
            X509Certificate issuer = (X509Certificate) authority.getCertificate("ca");
            PrivateKey signer = use == Use.AUTHORITY
                ? keys.getPrivate()
                : (PrivateKey) authority.getKey("ca", PASSWORD.toCharArray());
            X509Certificate made = certify(name, use, keys, issuer, signer);
            Certificate[] chain = use == Use.AUTHORITY ? new Certificate[]{made} : new Certificate[]{made, issuer};
            write(name + ".pem", pem("CERTIFICATE", made.getEncoded()));
            write(name + ".key", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
            KeyStore own = empty();
            own.setKeyEntry(name, keys.getPrivate(), PASSWORD.toCharArray(), chain);
            store(own, name);
            return own;
        });
    }

    private X509Certificate certify(String name, Use use, KeyPair keys, X509Certificate issuer, PrivateKey signer)
        throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Entente")
            .addRDN(BCStyle.CN, use == Use.AUTHORITY ? "Entente CoT authority" : name).build();
        X500Name from = use == Use.AUTHORITY
            ? subject
            : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        Instant until = now.plus(use == Use.AUTHORITY ? AUTHORITY_LASTS : OTHERS_LAST);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(from, new BigInteger(127, random),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(until), subject, keys.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        boolean authority = use == Use.AUTHORITY;
        builder.addExtension(Extension.basicConstraints, true,
            authority ? new BasicConstraints(0) : new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true,
            new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        builder.addExtension(Extension.subjectKeyIdentifier, false,
            extensions.createSubjectKeyIdentifier(keys.getPublic()));
        if (!authority) {
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                extensions.createAuthorityKeyIdentifier(issuer.getPublicKey()));
            builder.addExtension(Extension.extendedKeyUsage, false,
                new ExtendedKeyUsage(
                    use == Use.SERVER ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth));
        }
        if (use == Use.SERVER) {
            builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(hosts.stream().map(TakCertificates::host).toArray(GeneralName[]::new)));
        }
        return new JcaX509CertificateConverter()
            .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private static GeneralName host(String host) {
        boolean address = host.contains(":") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private SSLContext context(String name) throws IOException {
        return secured(() -> {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(load(name), PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(load("truststore"));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), random);
            return context;
        });
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private KeyStore load(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void store(KeyStore store, String name) throws GeneralSecurityException, IOException {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        write(name + ".p12", bytes.toByteArray());
    }

    /// The whole file or none, whenever the centre is killed: what exists is kept for ever, so it must be sound. Nobody else
    /// can read it for one moment.
    private void write(String file, byte[] bytes) throws IOException {
        Path fresh = folder.resolve(file + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, bytes, StandardOpenOption.SYNC);
        Files.move(fresh, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] pem(String what, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(encoded);
        return ("-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n")
            .getBytes(StandardCharsets.US_ASCII);
    }

    private interface Step<T> {
        T take() throws GeneralSecurityException, IOException, OperatorCreationException;
    }

    private <T> T secured(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("TAK certificates in " + folder + ": " + e.getMessage(), e);
        }
    }
}
