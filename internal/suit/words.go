package suit

import (
	"fmt"

	"regimen/internal/regimen"
)

// Words is the verdict as a reader meets it. It speaks of the exercise as written
// and of now, and never promises that anything is without risk.
func (v Verdict) Words() string {
	return [...]string{
		Suitable: "suitable",
		Caution:  "suitable with care",
		Modify:   "only with a change",
		Avoid:    "not for now",
		Unknown:  "not judged yet",
	}[v]
}

// Words is the result of a proof as a reader meets it.
func (r Result) Words() string {
	return [...]string{
		Proven:          "suitable as written",
		ProvenWithNotes: "suitable with the notes given",
		Unproven:        "not yet shown to be suitable",
		Refuted:         "not suitable as written",
	}[r]
}

// Words is the cause in a phrase: what is demanded, how much of it, and how much
// is suitable without more ado.
func (c Cause) Words(v *regimen.Vocabulary) string {
	title := c.Stressor
	if s, found := v.Stressor(c.Stressor); found && s.Title != "" {
		title = s.Title
	}
	amount := [...]string{"none", "a little", "a fair amount", "a lot"}[c.Grade]
	return fmt.Sprintf("%s: %s (%d of 3); suitable up to %d", title, amount, c.Grade, c.Limit.OK)
}

// Reasons says in phrases why the verdict is what it is; nil for a suitable one.
func (j *Judgement) Reasons(v *regimen.Vocabulary) []string {
	if j.Override != nil {
		return []string{reasonOf(j.Override)}
	}
	var out []string
	if j.Model == Unknown {
		out = append(out, "its demands are not written down")
	}
	if j.ByStage {
		out = append(out, "it begins at a later stage")
	}
	if j.ByLoad {
		out = append(out, j.Class.String()+" load is more than this stage allows")
	}
	for _, c := range j.Causes {
		out = append(out, c.Words(v))
	}
	return out
}

// Because is the reason that an override gives; empty where it says nothing.
func Because(o *regimen.Override) string {
	if !written(o.Because) {
		return ""
	}
	return o.Because
}

func reasonOf(o *regimen.Override) string {
	text := Because(o)
	if text == "" {
		text = "decided apart from the model"
	}
	if Reviewed(o) {
		text += fmt.Sprintf(" (%s, %s, %s)", o.By, o.Role, o.Date)
	}
	return text
}

// Notes is what the reader of the row is told: the row's own words, else those of
// the override, else the vocabulary's note for each cause of a caution.
func (r *Row) Notes(v *regimen.Vocabulary) []string {
	var out []string
	say := func(text string) {
		if written(text) {
			out = append(out, text)
		}
	}
	say(r.Prescription.Modification)
	say(r.Prescription.Note)
	if len(out) > 0 || r.Verdict != Caution {
		return out
	}
	if r.Override != nil {
		say(r.Override.Because)
		return out
	}
	for _, c := range r.Causes {
		s, _ := v.Stressor(c.Stressor)
		say(s.Note)
	}
	return out
}
