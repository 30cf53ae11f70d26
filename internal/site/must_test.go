package site

import "testing"

// The words must stand behind the mark itself, not behind what only ends like it.
func TestDutyMet(t *testing.T) {
	d := duty{"stop", "", []string{"Chest pain & sweat"}}
	for page, want := range map[string]bool{
		`<i data-must="stop">Chest pain &amp; sweat`:                       true,
		`<i not-must="stop"><i data-must="stop">Chest pain &amp; sweat`:    true,
		`<i not-must="stop">Chest pain &amp; sweat`:                        false,
		`Chest pain &amp; sweat<i data-must="stop">`:                       false,
		`<i not-must="stop">Chest pain &amp; sweat<i data-must="checked">`: false,
	} {
		if d.met([]byte(page)) != want {
			t.Errorf("%s: want %v", page, want)
		}
	}
}
