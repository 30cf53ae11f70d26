package check

import (
	"time"

	"regimen/internal/regimen"
)

// Horizon is the last day on which Run and Silence find what they find today, as long
// as the content stays as it is: the next allowance to end, the next review to grow
// old, or the end of the year, by which the age of citations is told.
func Horizon(lib *regimen.Library, today time.Time) string {
	now := today.Format(time.DateOnly)
	last := today.Format("2006") + "-12-31"
	ends := func(day string) {
		if day >= now && day < last {
			last = day
		}
	}
	for _, a := range lib.Allowances {
		ends(a.Until)
		ends(dayBefore(a.Date))
	}
	months := int(verdictLowered.limits(lib.Site.Settings)("oldest-months"))
	for _, c := range lib.Conditions {
		for _, o := range c.Overrides {
			if day, err := time.Parse(time.DateOnly, o.Date); err == nil {
				ends(day.AddDate(0, months, -1).Format(time.DateOnly))
			}
		}
	}
	return last
}

// dayBefore is the day before a day, or nothing.
func dayBefore(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return d.AddDate(0, 0, -1).Format(time.DateOnly)
}
