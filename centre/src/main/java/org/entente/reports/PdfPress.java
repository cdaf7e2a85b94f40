package org.entente.reports;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Prints a page as PDF/A-2a and PDF/UA-1. Fetches nothing from outside: fonts come from the program itself.
final class PdfPress {

    private static final String FONT = "DejaVu Sans Condensed";

    /// The document as bytes.
    byte[] print(String xhtml) {
        XRLog.setLoggingEnabled(false);
        var bytes = new ByteArrayOutputStream(256 * 1024);
        try (var drawer = new BatikSVGDrawer()) {
            new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useFont(font("DejaVuSansCondensed.ttf"), FONT, 400, FontStyle.NORMAL, true)
                .useFont(font("DejaVuSansCondensed-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl((_, _) -> false,
                    com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useUnicodeLineBreaker(new AtSpaces())
                .useSVGDrawer(drawer)
                .withProducer("Entente")
                .withHtmlContent(xhtml, null)
                .toStream(bytes)
                .run();
        } catch (IOException failed) {
            throw new UncheckedIOException("the report could not be printed", failed);
        }
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(PdfPress.class.getResourceAsStream("/reports/fonts/" + file), file);
    }
}
