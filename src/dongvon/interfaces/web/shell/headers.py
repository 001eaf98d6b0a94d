"""Security headers: what a browser may load, frame and remember of our pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}

#: Only a page with charts: the drawing library writes style attributes, never elements or scripts.
CHARTS = {"style-src-attr": "'unsafe-inline'"}

FIXED = {
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class SecurityHeaders:
    """Middleware: the same strict policy on every answer, a page with charts excepted by declaration."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        access = getattr(request, "access", None)
        response.headers.setdefault("Content-Security-Policy", policy(charts=bool(access and access.charts)))
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        if getattr(request, "standing", None) is not None:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def policy(*, charts: bool) -> str:
    """The policy as one header's value."""
    parts = POLICY | (CHARTS if charts else {})
    return "; ".join(f"{name} {sources}" for name, sources in parts.items())
