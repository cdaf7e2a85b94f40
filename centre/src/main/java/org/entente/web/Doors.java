package org.entente.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entente.access.AccessTable;
import org.entente.access.Session;
import org.entente.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// The security of every door: sessions, CSRF, headers, feed tokens, and the access table asked for every request.
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final Text LOG_IN = new Text("Log in first", "Connectez-vous d'abord");
    private static final Text NO_DOOR = new Text("There is nothing here", "Il n'y a rien ici");
    private static final Text FORGED = new Text("The request did not come from this console: reload the page",
        "La requête ne vient pas de cette console : rechargez la page");

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Nobody authenticates through the framework: officers through `Accounts`, feeds through their token.
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new ProviderNotFoundException("log in at /api/login");
        };
    }

    /// Feeds: a token or a client certificate, no session is made; an officer's session may read.
    @Bean
    @org.springframework.core.annotation.Order(1)
    SecurityFilterChain feeds(HttpSecurity http, Rooms rooms) {
        return http.securityMatcher("/sensorthings/**")
            .csrf(csrf -> csrf.disable()) // only a token or a certificate can write here, and no browser sends those by itself
            .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
            .requestCache(cache -> cache.disable()).anonymous(anonymous -> anonymous.disable())
            .logout(logout -> logout.disable())
            .headers(headers -> headers.cacheControl(Customizer.withDefaults()))
            .addFilterBefore(new FeedFilter(rooms), AuthorizationFilter.class)
            .addFilterBefore(new AccessFilter(rooms), AuthorizationFilter.class)
            .build();
    }

    @Bean
    @org.springframework.core.annotation.Order(2)
    SecurityFilterChain desks(HttpSecurity http, Rooms rooms) {
        return http
            .csrf(csrf -> csrf.spa())
            .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
            .requestCache(cache -> cache.disable()).logout(logout -> logout.disable())
            .headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(policy(rooms.reference())))
                .frameOptions(frames -> frames.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(
                    org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
            .exceptionHandling(
                faults -> faults.accessDeniedHandler((request, response, fault) -> Wire.refuse(response, 403, FORGED)))
            .addFilterBefore(new AccessFilter(rooms), AuthorizationFilter.class)
            .build();
    }

    /// Nothing from outside, but the tile server that the deployment names, if it names one (`centre.json`, `basemap`).
    private static String policy(Reference reference) {
        var tiles = reference.centre().path("basemap").path("raster").asString("");
        var host = tiles.startsWith("http") ? " " + tiles.replaceFirst("^(https?://[^/{]+).*$", "$1") : "";
        return "default-src 'self'; img-src 'self' data: blob:" + host
            + "; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; connect-src 'self'"
            + host
            + "; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    }

    static Optional<Session> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof DeskAuthentication desk
            ? Optional.of(desk.session())
            : Optional.empty();
    }

    /// Asks the access table; a door that is not in it does not open.
    private static final class AccessFilter extends OncePerRequestFilter {

        private final AccessTable table;

        AccessFilter(Rooms rooms) {
            table = rooms.table();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
            var door = table.door(request.getMethod(), request.getRequestURI(), parameters(request.getQueryString()));
            if (door.isEmpty()) {
                Wire.refuse(response, session().isPresent() || !request.getRequestURI().startsWith("/api/") ? 404 : 401,
                    session().isPresent() ? NO_DOOR : LOG_IN);
                return;
            }
            if (door.get().action().isPresent()) {
                var who = session();
                if (who.isEmpty()) {
                    response.setHeader("WWW-Authenticate",
                        request.getRequestURI().startsWith("/sensorthings/") ? "Bearer" : "Session");
                    Wire.refuse(response, 401, LOG_IN);
                    return;
                }
                var refusal = table.refusal(who.get(), door.get().action().get());
                if (refusal.isPresent()) {
                    Wire.refuse(response, 403, refusal.get());
                    return;
                }
            }
            chain.doFilter(request, response);
        }

        /// Names of the query's parameters; never reads the body, as the servlet's own parameters would.
        private static java.util.Set<String> parameters(String query) {
            return query == null
                ? java.util.Set.of()
                : java.util.Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2)[0])
                    .collect(java.util.stream.Collectors.toSet());
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return true;
        }
    }

    /// A feed's bearer token or client certificate makes the request the feed's own.
    private static final class FeedFilter extends OncePerRequestFilter {

        private final Rooms rooms;

        FeedFilter(Rooms rooms) {
            this.rooms = rooms;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
            var header = request.getHeader("Authorization");
            var feed = header != null && header.startsWith("Bearer ")
                ? rooms.feeds().byToken(header.substring(7).strip())
                : request.getAttribute(
                    "jakarta.servlet.request.X509Certificate") instanceof java.security.cert.X509Certificate[] chainOfTrust
                    && chainOfTrust.length > 0
                        ? rooms.feeds().byCertificate(chainOfTrust[0])
                        : Optional.<Session>empty();
            if (feed.isEmpty() && header != null) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                Wire.refuse(response, 401, new Text("Unknown feed token", "Jeton de flux inconnu"));
                return;
            }
            feed.ifPresent(session -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new DeskAuthentication(session));
                SecurityContextHolder.setContext(context);
            });
            chain.doFilter(request, response);
        }
    }
}
