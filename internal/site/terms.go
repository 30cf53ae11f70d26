package site

import (
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// The words of the model's closed lists as readers meet them. What vocabulary.md
// names has its titles there.

// goal, level and the like are the facts of programmes and exercises.
func (b *builder) goal(id string) string {
	switch id {
	case "rehab":
		return b.t("Rehab")
	case "strength":
		return b.t("Strength")
	case "hypertrophy":
		return b.t("Muscle growth")
	case "power":
		return b.t("Power")
	case "endurance":
		return b.t("Endurance")
	case "mobility":
		return b.t("Mobility")
	case "general-health":
		return b.t("General health")
	case "falls-prevention":
		return b.t("Falls prevention")
	}
	return title(id)
}

func (b *builder) level(id string) string {
	switch id {
	case "novice":
		return b.t("Novice")
	case "intermediate":
		return b.t("Intermediate")
	case "advanced":
		return b.t("Advanced")
	}
	return title(id)
}

func (b *builder) posture(id string) string {
	switch id {
	case "supine":
		return b.t("Lying on your back")
	case "prone":
		return b.t("Lying on your front")
	case "side-lying":
		return b.t("Lying on your side")
	case "hands-and-knees":
		return b.t("Hands and knees")
	case "kneeling":
		return b.t("Kneeling")
	case "sitting":
		return b.t("Sitting")
	case "standing":
		return b.t("Standing")
	case "hanging":
		return b.t("Hanging")
	}
	return title(id)
}

func (b *builder) sides(id string) string {
	switch id {
	case regimen.SidesEach:
		return b.t("all of one side, then the other")
	case regimen.SidesAlternating:
		return b.t("left and right in turn")
	}
	return ""
}

func (b *builder) loadClass(c regimen.LoadClass) string {
	switch c {
	case regimen.Light:
		return b.t("light load")
	case regimen.Moderate:
		return b.t("moderate load")
	case regimen.Heavy:
		return b.t("heavy load")
	}
	return b.t("no load")
}

func (b *builder) weekday(id string) string {
	switch id {
	case "monday":
		return b.t("Monday")
	case "tuesday":
		return b.t("Tuesday")
	case "wednesday":
		return b.t("Wednesday")
	case "thursday":
		return b.t("Thursday")
	case "friday":
		return b.t("Friday")
	case "saturday":
		return b.t("Saturday")
	case "sunday":
		return b.t("Sunday")
	}
	return title(id)
}

// month is the month of a date, "01" to "12".
func (b *builder) month(number string) string {
	switch number {
	case "01":
		return b.t("January")
	case "02":
		return b.t("February")
	case "03":
		return b.t("March")
	case "04":
		return b.t("April")
	case "05":
		return b.t("May")
	case "06":
		return b.t("June")
	case "07":
		return b.t("July")
	case "08":
		return b.t("August")
	case "09":
		return b.t("September")
	case "10":
		return b.t("October")
	case "11":
		return b.t("November")
	case "12":
		return b.t("December")
	}
	return number
}

// verdictWords speaks of the exercise as written and of now, and never promises that
// anything is without risk.
func (b *builder) verdictWords(v suit.Verdict) string {
	switch v {
	case suit.Suitable:
		return b.t("suitable")
	case suit.Caution:
		return b.t("suitable with care")
	case suit.Modify:
		return b.t("only with a change")
	case suit.Avoid:
		return b.t("not for now")
	}
	return b.t("not judged yet")
}

// resultWords is what the proof of a programme came to.
func (b *builder) resultWords(r suit.Result) string {
	switch r {
	case suit.Proven:
		return b.t("suitable as written")
	case suit.ProvenWithNotes:
		return b.t("suitable with the notes given")
	case suit.Unproven:
		return b.t("not yet shown to be suitable")
	}
	return b.t("not suitable as written")
}
