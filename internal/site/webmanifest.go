package site

import (
	"encoding/json"
	"slices"
)

// The shape of manifest.webmanifest. Its addresses are relative to the file, so that an
// installed site works in any folder of any host.
type (
	webManifest struct {
		Name        string         `json:"name"`
		ShortName   string         `json:"short_name"`
		Description string         `json:"description,omitempty"`
		Language    string         `json:"lang"`
		StartURL    string         `json:"start_url"`
		Scope       string         `json:"scope"`
		Display     string         `json:"display"`
		Background  string         `json:"background_color"`
		Theme       string         `json:"theme_color"`
		Categories  []string       `json:"categories"`
		Icons       []manifestIcon `json:"icons"`
		Shortcuts   []shortcut     `json:"shortcuts"`
	}
	manifestIcon struct {
		Source  string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	shortcut struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
)

// The colours of the built-in look: the masthead, and the paper of the light scheme.
const (
	bandColour  = "#0b4a4d"
	paperColour = "#fbfaf6"
)

func (b *builder) webManifest(pages []page) ([]byte, error) {
	m := webManifest{
		Name: b.shared.SiteTitle, ShortName: b.shared.SiteTitle, Description: b.lib.Site.Description, Language: b.shared.Language,
		StartURL: homePath, Scope: "./", Display: "standalone", Background: paperColour, Theme: b.shared.Band,
		Categories: []string{"health", "fitness", "sports"},
		Icons: []manifestIcon{
			{Source: "icons/icon.svg", Sizes: "any", Type: "image/svg+xml"},
			{Source: "icons/icon-192.png", Sizes: "192x192", Type: "image/png"},
			{Source: "icons/icon-512.png", Sizes: "512x512", Type: "image/png"},
			{Source: "icons/maskable-512.png", Sizes: "512x512", Type: "image/png", Purpose: "maskable"},
		},
	}
	if b.lib.Theme.Icon != nil {
		m.Icons = m.Icons[:1] // the pictures are of the built-in mark
	}
	for _, s := range []shortcut{{b.t("Programmes"), programmesPath}, {b.t("Training log"), logPath}, {b.t("When to get help"), safetyPath}} {
		if slices.ContainsFunc(pages, func(p page) bool { return p.path == s.URL }) {
			m.Shortcuts = append(m.Shortcuts, s)
		}
	}
	out, err := json.Marshal(m)
	return append(out, '\n'), err
}
