package site

import (
	"slices"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// checkedPageView tells readers what was checked, by whom, and with which exceptions.
type checkedPageView struct {
	RuleCount  int
	Families   []familyView
	Verdicts   []verdictMeaning
	Conditions []registerView
	Programmes []registerView
	Many       []reviewGroup // the programmes, where there are too many for a register
	Exercises  []reviewGroup
	Decisions  []decisionView
	Exceptions []exceptionView
	Count      string       // of exceptions, where they are too many for this page
	Letters    []letterView // which lead to them then
	Reviewed   bool         // a clinician reviewed all limits
	SafetyURL  string
	MatrixURL  string
}

// familyView is the rules of one letter, as readers may think of them.
type familyView struct {
	Title, Words string
	Count        int
}

type verdictMeaning struct{ Verdict, Words, Meaning string }

// registerView is one file in a register: which version of it, and who looked at it.
type registerView struct {
	link
	Facts    []string
	Review   string
	Reviewed bool
}

// reviewGroup is the files of a kind that one person reviewed on one day, or nobody yet.
type reviewGroup struct {
	Review string
	Count  int
	Files  []link // none where there are too many to be read
}

// decisionView is a verdict that a person put in the place of the model's.
type decisionView struct {
	Exercise, Condition   link
	Stage, Verdict, Words string
	Because, Who          string
}

// mostReviewed is how many files of a kind the page names; of more it gives the number.
const mostReviewed = 300

// mostGroups is how many groups of files by person and day the page shows.
const mostGroups = 100

func (b *builder) checkedPage(dst []byte) ([]byte, error) {
	var programmes, exercises []*regimen.Page
	for _, p := range b.lib.Programmes {
		programmes = append(programmes, &p.Page)
	}
	for _, e := range b.lib.Exercises {
		exercises = append(exercises, &e.Page)
	}
	v := checkedPageView{
		Families: b.families(), Verdicts: b.verdictMeanings(), Conditions: b.conditionRegister(),
		Exercises: b.reviewGroups(exercises, exercisePath), Decisions: b.decisions(),
		Reviewed: b.shared.ThresholdsReviewed, SafetyURL: safetyPath, MatrixURL: matrixPath,
	}
	if len(programmes) <= mostReviewed {
		v.Programmes = b.programmeRegister()
	} else {
		v.Many = b.reviewGroups(programmes, programmePath)
	}
	if v.Letters = b.exceptions().letters(b, checkedPath); len(v.Letters) > 0 {
		v.Count = b.countExceptions(len(b.allowed()))
	} else {
		v.Exceptions = b.allowed()
	}
	for _, f := range v.Families {
		v.RuleCount += f.Count
	}
	return b.render(dst, "checked", shell{
		Title: b.t("How this site is checked"), Path: checkedPath,
		Description: b.t("What is checked before this site is built, what a verdict means, who reviewed what, and every exception."),
	}, v)
}

// families counts the rules by their letter.
func (b *builder) families() []familyView {
	count := map[byte]int{}
	for _, code := range b.options.Rules {
		count[code[0]]++
	}
	var out []familyView
	add := func(title, words, letters string) {
		f := familyView{Title: title, Words: words}
		for _, letter := range []byte(letters) {
			f.Count += count[letter]
		}
		if f.Count > 0 {
			out = append(out, f)
		}
	}
	add(b.t("Conditions"), b.t("No exercise stands where the limits of a condition’s stage rule it out, unless a named person decided so."), "C")
	add(b.t("Getting help"), b.t("Warning signs, whom to call, stop signals and a pain guide are there, in words that do not frighten."), "F")
	add(b.t("One exercise in a session"), b.t("Sets, repetitions, rest, tempo and load lie within what makes sense for the exercise."), "P")
	add(b.t("One session"), b.t("Warm-up first, a sound order, a true time, and no equipment that was not announced."), "S")
	add(b.t("Weeks and phases"), b.t("Days to recover, balance between muscles, and how fast the work may grow."), "W")
	add(b.t("Evidence"), b.t("What is said about health names a source, and the source can be found."), "E")
	add(b.t("For all readers"), b.t("Steps, plain language, words for pictures and captions for films."), "Q")
	add(b.t("Names"), b.t("Whatever is named exists, and means one thing only."), "R")
	add(b.t("Writing"), b.t("Nothing can be misread: neither the notation of a dose nor the form of a file."), "ND")
	add(b.t("Exceptions"), b.t("Each has a reason. Where a rule about conditions or warning signs is concerned, a named reviewer too."), "A")
	return out
}

func (b *builder) verdictMeanings() []verdictMeaning {
	return []verdictMeaning{
		{suit.Suitable.String(), b.verdictWords(suit.Suitable), b.t("What the exercise asks of the body lies within what this stage tolerates.")},
		{suit.Caution.String(), b.verdictWords(suit.Caution), b.t("It asks a little more. The page says what to mind.")},
		{suit.Modify.String(), b.verdictWords(suit.Modify), b.t("It is for this stage only when something about it is changed, such as less load or less far.")},
		{suit.Avoid.String(), b.verdictWords(suit.Avoid), b.t("It asks more than this stage tolerates. Another exercise can take its place.")},
		{suit.Unknown.String(), b.verdictWords(suit.Unknown), b.t("Nobody has written down yet what it asks of the body.")},
	}
}

// review says who looked at a file, and when.
func (b *builder) review(r *regimen.Review) string {
	if r == nil {
		return b.t("Not reviewed")
	}
	return b.t("Reviewed by {who}", "who", b.person(r.By, r.Role, r.Date))
}

func (b *builder) person(name, role, date string) string {
	parts := slices.DeleteFunc([]string{name, role, b.date(date)}, func(s string) bool { return s == "" })
	return b.commas(parts)
}

func (b *builder) conditionRegister() []registerView {
	var out []registerView
	for _, c := range b.lib.Conditions {
		if !c.Listed() {
			continue
		}
		v := registerView{link: link{c.Title, conditionPath(c.ID)}, Review: b.review(c.Reviewed), Reviewed: c.Reviewed != nil}
		v.Facts = append(v.Facts, b.n(len(c.Stages), "1 stage", "{n} stages"))
		if c.ThresholdsVersion != "" {
			v.Facts = append(v.Facts, b.t("limits of version {version}", "version", c.ThresholdsVersion))
		}
		out = append(out, v)
	}
	return out
}

func (b *builder) programmeRegister() []registerView {
	var out []registerView
	for _, p := range b.lib.Programmes {
		if !p.Listed() {
			continue
		}
		v := registerView{link: link{p.Title, programmePath(p.ID)}, Review: b.review(p.Reviewed), Reviewed: p.Reviewed != nil}
		if p.Version != "" {
			v.Facts = append(v.Facts, b.t("version {version}", "version", p.Version))
		}
		for _, proof := range suit.Prove(b.lib, p) {
			v.Facts = append(v.Facts, b.t("{condition} ({stage}): {result}", "condition", proof.Condition.Title,
				"stage", b.inline(orElse(proof.Stage.Title, title(proof.Stage.ID))), "result", b.resultWords(proof.Result)))
		}
		out = append(out, v)
	}
	return out
}

// reviewGroups groups files of a kind by who reviewed them and when; where that makes
// too many groups, by who alone.
func (b *builder) reviewGroups(files []*regimen.Page, path func(id string) string) []reviewGroup {
	groups := b.groupReviews(files, path, b.review)
	if len(groups) <= mostGroups {
		return groups
	}
	return b.groupReviews(files, path, func(r *regimen.Review) string {
		if r == nil {
			return b.review(r)
		}
		return b.review(&regimen.Review{By: r.By, Role: r.Role})
	})
}

func (b *builder) groupReviews(files []*regimen.Page, path func(id string) string, say func(*regimen.Review) string) []reviewGroup {
	var out []reviewGroup
	place := map[string]int{}
	for _, f := range files {
		if !f.Listed() {
			continue
		}
		review := say(f.Reviewed)
		i, known := place[review]
		if !known {
			i = len(out)
			place[review] = i
			out = append(out, reviewGroup{Review: review})
		}
		out[i].Count++
		if len(files) <= mostReviewed {
			out[i].Files = append(out[i].Files, link{f.Title, path(f.ID)})
		}
	}
	return out
}

// decisions lists the verdicts that conditions override.
func (b *builder) decisions() []decisionView {
	var out []decisionView
	for _, c := range b.lib.Conditions {
		for i := range c.Overrides {
			if d, shown := b.decision(c, &c.Overrides[i], checkedPath); shown && c.Listed() {
				out = append(out, d)
			}
		}
	}
	return out
}

// decision is an override as a page shows it, if the exercise is one that lists name.
func (b *builder) decision(c *regimen.Condition, o *regimen.Override, page string) (d decisionView, shown bool) {
	e := b.lib.Exercise(o.Exercise.ID)
	verdict, read := suit.ParseVerdict(o.Verdict)
	if e == nil || !e.Listed() || !read {
		return d, false
	}
	stage := title(o.Stage.ID)
	if s, _ := c.Stage(o.Stage.ID); s != nil {
		stage = orElse(s.Title, stage)
	}
	return decisionView{
		Exercise:  link{e.Title, exerciseFrom(page, e.ID)},
		Condition: link{c.Title, relative(page, conditionPath(c.ID))}, Stage: b.inline(stage),
		Verdict: verdict.String(), Words: b.verdictWords(verdict), Because: o.Because, Who: b.person(o.By, o.Role, o.Date),
	}, true
}
