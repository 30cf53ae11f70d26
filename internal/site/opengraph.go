package site

import (
	"slices"
	"strings"
)

// card is what a page says of itself to those that show a preview of a link. Its
// addresses are whole, so a site without an address of its own has none.
type card struct {
	Kind, Title, Locale, Image string
	BuiltIn                    bool // the picture is ours, of a known size
}

const (
	ownPicture     = "og.png"
	builtInPicture = "icons/og.png"
)

func (b *builder) card(s *shell) *card {
	if b.url == "" || s.Path == notFoundPath || s.Path == offlinePath {
		return nil
	}
	c := &card{Kind: "website", Title: orElse(s.Title, b.shared.SiteTitle), Locale: locale(b.shared.Language)}
	if s.About != nil && s.About.Type == article {
		c.Kind = "article"
	}
	if slices.Contains(b.lib.Media, ownPicture) {
		c.Image = b.url + "/media/" + ownPicture
	} else {
		c.Image, c.BuiltIn = b.url+"/"+builtInPicture, true
	}
	return c
}

// locale writes a language with its country as link previews know it, en_GB; without a
// country there is none.
func locale(language string) string {
	tongue, country, found := strings.Cut(language, "-")
	if !found || len(country) != 2 {
		return ""
	}
	return strings.ToLower(tongue) + "_" + strings.ToUpper(country)
}
