package org.rapporteur.exchange.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;

/**
 * The 32 raw bytes that files carry, as keys of the Java platform and back. The platform takes keys in the ASN.1 forms
 * of RFC 8410 only; for these two curves those are a fixed prefix and the raw bytes.
 */
final class Keys {
    static final int LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    private static final byte[] ED25519_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] ED25519_PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] X25519_PUBLIC = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] X25519_PRIVATE = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    private Keys() {}

    /** A new Ed25519 key: its seed and its public key, raw. */
    static byte[][] newSigningKey() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        byte[] encoded = pair.getPublic().getEncoded();
        return new byte[][] {seed, Arrays.copyOfRange(encoded, ED25519_PUBLIC.length, encoded.length)};
    }

    static byte[] sign(byte[] seed, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(join(ED25519_PRIVATE, seed))));
        signature.update(message);
        return signature.sign();
    }

    /** Whether the signature is the key's over the message; a key or signature that is none at all verifies nothing. */
    static boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
        if (publicKey.length != LENGTH || signed.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(join(ED25519_PUBLIC, publicKey))));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Thirty-two random bytes: an X25519 secret, any value of which is good. */
    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The public key of an X25519 secret: the secret applied to the base point, u = 9 (RFC 7748, section 6.1). */
    static byte[] x25519Public(byte[] secret) throws GeneralSecurityException {
        byte[] base = new byte[LENGTH];
        base[0] = 9;
        return x25519(secret, base);
    }

    /**
     * The shared secret of an X25519 secret and another's public key.
     *
     * @throws InvalidKeyException if it would be all zeros, which a public key made with intent can bring about
     */
    static byte[] x25519(byte[] secret, byte[] otherPublic) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("X25519");
        PrivateKey own = factory.generatePrivate(new PKCS8EncodedKeySpec(join(X25519_PRIVATE, secret)));
        PublicKey other = factory.generatePublic(new X509EncodedKeySpec(join(X25519_PUBLIC, otherPublic)));
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] shared = agreement.generateSecret();
        if (new BigInteger(1, shared).signum() == 0) {
            throw new InvalidKeyException("a shared secret of zeros");
        }
        return shared;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
