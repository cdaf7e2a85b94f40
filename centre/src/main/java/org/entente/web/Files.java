package org.entente.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The console's built files and the base map. Names with a hash in them may be kept for ever, the others are asked for again.
@Configuration(proxyBeanMethods = false)
class Files implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/console/assets/")
            .setCacheControl(CacheControl.maxAge(java.time.Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/basemap/**").addResourceLocations("classpath:/basemap/")
            .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/*.html", "/*.svg", "/*.png", "/*.ico", "/*.webmanifest", "/*.txt")
            .addResourceLocations("classpath:/console/").setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }
}
