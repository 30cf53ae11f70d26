package site_test

import (
	"strings"
	"testing"

	reference "regimen/content"
	"regimen/internal/figure"
)

// TestFigureStyle asks that the style sheet paints the drawings as the package figure
// says, in light, in dark, on paper and in forced colours.
func TestFigureStyle(t *testing.T) {
	css := strings.Join(strings.Fields(render(t, build(t, reference.FS, ""), "css/site.css")), "")
	for rule := range strings.Lines(figure.Style()) {
		if rule = strings.TrimSpace(rule); !strings.Contains(css, rule) {
			t.Errorf("the style sheet lacks %s", rule)
		}
	}
	for _, tone := range figure.Tones() {
		values := []string{tone.Light, tone.Dark, tone.Print, tone.Forced}
		if tone.Name == "paper" {
			values = []string{"var(--paper)", tone.Print, tone.Forced} // the page's own
		}
		for _, value := range values {
			if rule := "--figure-" + tone.Name + ":" + value; !strings.Contains(css, rule+";") && !strings.Contains(css, rule+"}") {
				t.Errorf("the style sheet lacks %s", rule)
			}
		}
	}
}

// TestFigures asks for the pictures of every page that shows exercises.
func TestFigures(t *testing.T) {
	out := build(t, reference.FS, "")
	for name, want := range map[string][2]int{ // poses, and small ones
		"exercises/goblet-squat.html":     {2, 0},
		"exercises/plank.html":            {1, 0},
		"library.html":                    {0, 34},
		"programmes/stronger-back.html":   {0, 14},
		"programmes/stronger-back/a.html": {0, 7},
	} {
		page := render(t, out, name)
		got := [2]int{strings.Count(page, `<div class="pose"><svg`), strings.Count(page, `<span class="thumb"><svg`)}
		if got != want {
			t.Errorf("%s shows %d pictures and %d small ones, want %v", name, got[0], got[1], want)
		}
		if strings.Contains(page, "style=") {
			t.Errorf("%s has a style attribute, which its policy forbids", name)
		}
	}
}
