package site

import (
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// reasons says in phrases why a verdict is what it is; none for a suitable one.
func (b *builder) reasons(j *suit.Judgement) []string {
	if j.Override != nil {
		return []string{b.decided(j.Override)}
	}
	var out []string
	if j.Model == suit.Unknown {
		out = append(out, b.t("its demands are not written down"))
	}
	if j.ByStage {
		out = append(out, b.t("it begins at a later stage"))
	}
	if j.ByLoad {
		out = append(out, b.t("{load} is more than this stage allows", "load", b.loadClass(j.Class)))
	}
	for _, c := range j.Causes {
		out = append(out, b.cause(c))
	}
	return out
}

// decided is why somebody decided apart from the model, and who.
func (b *builder) decided(o *regimen.Override) string {
	because := orElse(suit.Because(o), b.t("decided apart from the model"))
	if !suit.Reviewed(o) {
		return because
	}
	return b.t("{because} ({name}, {role}, {date})", "because", because, "name", o.By, "role", o.Role, "date", b.date(o.Date))
}

// cause says what is demanded, how much of it, and how much is suitable without more
// ado.
func (b *builder) cause(c suit.Cause) string {
	title := c.Stressor
	if s, found := b.lib.Vocabulary.Stressor(c.Stressor); found && s.Title != "" {
		title = s.Title
	}
	return b.t("{demand}: {amount} ({grade} of 3); suitable up to {limit}",
		"demand", title, "amount", b.grade(c.Grade), "grade", c.Grade, "limit", c.Limit.OK)
}

func (b *builder) grade(grade int) string {
	switch grade {
	case 0:
		return b.t("not at all")
	case 1:
		return b.t("a little")
	case 2:
		return b.t("a fair amount")
	}
	return b.t("a lot")
}
