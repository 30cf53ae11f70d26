package site

import "strings"

// policy is what pages may load, as base.html states it too.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; " +
	"require-trusted-types-for 'script'; trusted-types regimen"

// headers is read by hosts that take response headers from a file. Only a header can say
// who may frame a page, and that the worker is always asked for anew.
func (b *builder) headers() ([]byte, error) {
	return []byte(strings.Join([]string{
		"/*",
		"  Content-Security-Policy: " + policy + "; frame-ancestors 'none'",
		"  X-Content-Type-Options: nosniff",
		"  Referrer-Policy: strict-origin-when-cross-origin",
		"/sw.js",
		"  Cache-Control: no-cache",
		"",
	}, "\n")), nil
}
