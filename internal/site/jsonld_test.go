package site_test

import (
	"encoding/json"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	reference "regimen/content"
	"regimen/internal/site"
)

// TestLinkedData reads the data block of every page and asks for what each kind must say.
func TestLinkedData(t *testing.T) {
	required := map[string][]string{
		"WebSite":        {"name", "url", "inLanguage"},
		"Article":        {"headline", "url", "inLanguage"},
		"HowTo":          {"name", "step", "url"},
		"ExercisePlan":   {"name", "url"},
		"BreadcrumbList": {"itemListElement"},
	}
	for _, base := range append(bases, "") {
		for _, folder := range []fs.FS{reference.FS, small(t)} {
			out := build(t, folder, base)
			kinds := map[string]int{}
			for _, name := range out.Paths() {
				for _, e := range graph(t, name, pageText(t, out, name)) {
					kind, _ := e["@type"].(string)
					kinds[kind]++
					for _, property := range required[kind] {
						if e[property] == nil {
							t.Errorf("%s: %s without %s", name, kind, property)
						}
					}
					checkAddresses(t, out, base, name, e)
				}
			}
			for kind := range required {
				if kinds[kind] == 0 {
					t.Errorf("no page is about a %s", kind)
				}
			}
		}
	}
}

var dataBlock = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

func graph(t *testing.T, name, text string) []map[string]any {
	t.Helper()
	blocks := dataBlock.FindAllStringSubmatch(text, -1)
	if len(blocks) == 0 {
		return nil
	}
	var data struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(blocks[0][1]), &data); err != nil || data.Context != "https://schema.org" || len(blocks) > 1 {
		t.Errorf("%s: %v in %d blocks of %q", name, err, len(blocks), data.Context)
	}
	return data.Graph
}

// checkAddresses asks that whatever an entity names as a page of the site is one.
func checkAddresses(t *testing.T, out *site.Output, base, page string, value any) {
	t.Helper()
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			checkAddresses(t, out, base, page, v)
		}
	case map[string]any:
		for key, v := range value {
			address, isText := v.(string)
			if !isText || key != "url" && key != "item" {
				checkAddresses(t, out, base, page, v)
				continue
			}
			if u, err := url.Parse(address); err == nil && u.IsAbs() {
				if strings.HasPrefix(address, "https://example.org") && !known(t, out, base, address) {
					t.Errorf("%s: %s is no page", page, address)
				}
			} else if base != "" || !out.Has(path.Join(path.Dir(page), address)) {
				t.Errorf("%s: %s is no address", page, address)
			}
		}
	}
}

// TestLinkedDataSays looks at a few values of the reference site.
func TestLinkedDataSays(t *testing.T) {
	out := build(t, reference.FS, bases[1])
	session := dataBlock.FindString(render(t, out, "programmes/stronger-back/a.html"))
	for _, want := range []string{
		`"name":"Dead bug","description":"3 × 8–10 each side, rest 45 s"`,
		`"repetitions":{"@type":"QuantitativeValue","minValue":8,"maxValue":10},"restPeriods":{"@type":"QuantitativeValue","value":45,"unitCode":"SEC"}`,
		`"activityDuration":{"@type":"QuantitativeValue","minValue":31,"maxValue":35,"unitCode":"MIN"}`,
	} {
		if !strings.Contains(strings.ReplaceAll(session, "\u202f", " "), strings.ReplaceAll(want, "\u202f", " ")) {
			t.Errorf("session A does not say %s", want)
		}
	}
	programme := dataBlock.FindString(render(t, out, "programmes/stronger-back.html"))
	for _, want := range []string{`"activityFrequency":{"@type":"QuantitativeValue","value":3,`, `"value":12,"unitCode":"WEE"`} {
		if !strings.Contains(programme, want) {
			t.Errorf("the programme does not say %s", want)
		}
	}
	hostile := changed(t, map[string][2]string{"guides/why.md": {"title: Why hold still?", `title: "</script><script>alert(1)"`}})
	if text := render(t, build(t, hostile, ""), "guides/why.html"); strings.Count(text, "</script>") != strings.Count(text, "<script") {
		t.Error("a title ends the data block")
	}
}
