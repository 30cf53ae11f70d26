package check

import (
	"testing"
	"time"

	"regimen/internal/regimen"
)

func TestHorizon(t *testing.T) {
	today := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	override := func(date string) *regimen.Library {
		return &regimen.Library{Conditions: []*regimen.Condition{{Overrides: []regimen.Override{{Date: date}}}}}
	}
	for _, c := range []struct {
		name, want string
		lib        *regimen.Library
	}{
		{"nothing ends", "2026-12-31", &regimen.Library{}},
		{"an allowance ends", "2026-12-01", &regimen.Library{Allowances: []regimen.Allowance{{Until: "2026-12-01"}, {Until: "2026-12-05"}}}},
		{"it ends today", "2026-11-24", &regimen.Library{Allowances: []regimen.Allowance{{Until: "2026-11-24"}}}},
		{"it ended", "2026-12-31", &regimen.Library{Allowances: []regimen.Allowance{{Until: "2026-11-23"}}}},
		{"a review lies in the future", "2026-11-29", &regimen.Library{Allowances: []regimen.Allowance{{Date: "2026-11-30"}}}},
		{"a review grows old", "2026-12-09", override("2024-12-10")},
		{"a review is fresh", "2026-12-31", override("2026-01-10")},
	} {
		if got := Horizon(c.lib, today); got != c.want {
			t.Errorf("%s: until %s, want %s", c.name, got, c.want)
		}
	}
}
