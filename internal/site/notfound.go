package site

import (
	"net/url"
	"strings"
)

type notFoundView struct{ Root string }

func (b *builder) notFoundPage(dst []byte) ([]byte, error) {
	return b.render(dst, "404", shell{
		Title: b.t("Page not found"), Path: notFoundPath, Description: b.t("This page is not here."), Unlisted: true,
	}, notFoundView{b.base()})
}

// base is the folder part of the site's address: "/" or "/sub/". Only the page for
// what is not found needs it, since nobody knows how deep it will be shown.
func (b *builder) base() string {
	if u, err := url.Parse(b.url); err == nil && u.Path != "" {
		return strings.TrimSuffix(u.Path, "/") + "/"
	}
	return "/"
}
