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
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Prints a page as PDF/A-2a and PDF/UA-1, A4 in the look of the house. Fetches nothing from outside: fonts come from the program
/// itself. Safe from any thread.
public final class PdfPress {

    private static final String FONT = "DejaVu Sans Condensed";

    /// The look of the house: the style sheet of the reports, whose empty `content: ""` takes the title of a sheet.
    public static String style() {
        try (var in = Objects.requireNonNull(PdfPress.class.getResourceAsStream("/reports/report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The document as bytes.
    ///
    /// @param xhtml a well-formed page with its style in it and its language at `html`; a link needs a title, a picture its
    ///     alternative, and `bookmarks` in the head become the outline
    public byte[] print(String xhtml) {
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
            throw new UncheckedIOException("the page could not be printed", failed);
        }
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(PdfPress.class.getResourceAsStream("/reports/fonts/" + file), file);
    }
}
