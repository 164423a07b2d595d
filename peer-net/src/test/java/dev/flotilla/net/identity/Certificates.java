package dev.flotilla.net.identity;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// Takes bytes for the certificate of the other end of a connection, as a handshake does.
public final class Certificates {
  private Certificates() {}

  /// Whose it is, or why it is nobody's.
  public static String peerOf(byte[] der) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
      new SelfSignedTrust().checkClientTrusted(new X509Certificate[] {x509(certificate)}, "EdDSA");
      return DeviceIdentity.peerOf(session(certificate)).deviceId().shortName();
    } catch (CertificateException | SSLPeerUnverifiedException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static X509Certificate x509(Certificate certificate) throws CertificateException {
    if (certificate instanceof X509Certificate x509) {
      return x509;
    }
    throw new CertificateException("no certificate");
  }

  private static SSLSession session(Certificate peer) {
    return (SSLSession)
        Proxy.newProxyInstance(
            Certificates.class.getClassLoader(),
            new Class<?>[] {SSLSession.class},
            (_, method, _) -> {
              if (method.getName().equals("getPeerCertificates")) {
                return new Certificate[] {peer};
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
