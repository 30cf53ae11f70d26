package site

import (
	"strings"
	"testing"

	"regimen/internal/dose"
	"regimen/internal/words"
)

// Doses that differ in one thing only are told apart, whichever is asked for first.
func TestWork(t *testing.T) {
	b := &builder{voice: voice{words: words.In("en-GB", nil)}}
	for range 2 {
		for written, want := range map[string]string{
			"3 x 8-10": "3 × 8–10", "3 x 8-10 each side": "3 × 8–10 each side", "2 x 8-10": "2 × 8–10", "2-3 x 8-10": "2–3 × 8–10",
			"3 x 8": "3 × 8", "3 x 8 s": "3 × 8\u202fs", "3 x 8 m": "3 × 8\u202fm", "3 x 8+": "3 × 8 or more", "3 x 8, 1 x 8+": "3 × 8, 1 × 8 or more",
		} {
			d, err := dose.Parse(written)
			if err != nil {
				t.Fatal(err)
			}
			if got := b.work(d); got != want {
				t.Errorf("%s is %q, want %q", written, got, want)
			}
		}
	}
}

// How often is a part of the dose, and stands wherever the dose does.
func TestHowOften(t *testing.T) {
	b := &builder{voice: voice{words: words.In("en-GB", nil)}}
	for written, want := range map[string]string{
		"daily": "once a day", "2x/day": "twice a day", "3-4x/day": "3–4 times a day", "1x/week": "once a week", "2x/week": "twice a week",
		"3x/week": "3 times a week", "every other day": "every 2 days", "every 3 days": "every 3 days",
	} {
		d, err := dose.Parse("3 x 8, rest 45 s, " + written)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.dose(d); !strings.Contains(got, want) {
			t.Errorf("%s: %q does not say %q", written, got, want)
		}
	}
}
