package org.entente.feeds;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.entente.feeds.SensorThings.Reply;
import org.entente.feeds.SensorThings.Request;

/// [SensorThings] over HTTP. Mounted at `/sensorthings/v1.1/*`; who may come in is decided before it.
public final class SensorThingsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient SensorThings things;

    /// @param things answers every request
    public SensorThingsServlet(SensorThings things) {
        this.things = things;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var root = request.getContextPath() + request.getServletPath();
        var url = request.getRequestURL();
        var base = url.substring(0, url.length() - request.getRequestURI().length()) + root;
        byte[] body = request.getInputStream().readNBytes(things.limits().bodyBytes() + 1);
        write(things.answer(new Request(request.getMethod(), path(request.getRequestURI().substring(root.length())),
            request.getQueryString() == null ? "" : request.getQueryString(), base, body)), response);
    }

    /// Without slashes at its ends; what cannot be decoded stays as it is and leads nowhere.
    private static String path(String encoded) {
        var path = encoded.replaceAll("^/+|/+$", "");
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return path;
        }
    }

    private static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.status() == 405) {
            response.setHeader("Allow", "GET, POST, PATCH, DELETE");
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 && response.getContentType() == null) {
            response.setContentType("application/json;charset=UTF-8");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
