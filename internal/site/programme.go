package site

import (
	"html/template"
	"strconv"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

type programmeView struct {
	Title, Summary    string
	Clearance         string
	Notice            string
	For, NotFor       []string
	Facts             []fact
	Phases            []phaseView
	Days              []string
	Weeks             []weekView
	Sessions          []sessionView
	Checked           []checkedView
	Reviewed          bool
	Overrides         []overrideView
	Progress, BackOff []string
	Volume            []volumeView
	MostSets          string
	Safety            *safetyView
	Body              template.HTML
	References        []referenceView
	Version           string
}

type phaseView struct{ Name, Weeks, Focus, Rule string }

type weekView struct {
	Name  string
	Slots []slotView
}

type slotView struct{ Day, Session, URL string }

// volumeView is the sets a week that one muscle gets, on average over the cycle, and how
// many of them are hard.
type volumeView struct{ Muscle, Sets, Hard string }

// checkedView says what a programme was checked against, and how it came out.
type checkedView struct {
	Condition        link
	Stage, Result    string
	Words            string
	Version          string
	Notes            []string
	ConditionSummary string
}

func (b *builder) programmePage(p *regimen.Programme) ([]byte, error) {
	page := programmePath(p.ID)
	v := programmeView{
		Title: p.Title, Summary: p.Summary, Clearance: clearanceWords(p.Clearance),
		For: p.For, NotFor: p.NotFor, Facts: b.programmeFacts(p), Phases: phases(p),
		Weeks: calendar(p, page), Checked: b.checked(p, page), Reviewed: b.shared.ThresholdsReviewed, Overrides: b.overrides(p),
		Progress: p.Progress, BackOff: p.BackOff, Body: b.sections(&p.Page, page, ""),
		References: b.references(p.Sources, p.Body.Citations), Version: p.Version,
	}
	v.Volume, v.MostSets = b.volume(p)
	for _, d := range p.Schedule.Days {
		v.Days = append(v.Days, title(d.ID))
	}
	if safety := b.lib.SafetyFile(p.Safety.ID); safety != nil {
		v.Safety, v.Notice = b.safety(safety, page), safety.ClearanceNotice
	}
	for _, s := range p.Sessions {
		v.Sessions = append(v.Sessions, b.session(p, s, page))
	}
	return b.render("programme", shell{
		Title: p.Title, Description: p.Summary, Section: "programmes", Path: page,
		Crumbs: []link{{"Programmes", relative(page, programmesPath)}}, Unlisted: p.Status == regimen.StatusUnlisted,
	}, v)
}

// volume lists the muscles that a programme trains, most sets first, and the most.
func (b *builder) volume(p *regimen.Programme) (muscles []volumeView, most string) {
	hard := b.lib.MeanVolume(p, true)
	for _, m := range b.lib.MeanVolume(p, false) {
		v := volumeView{Muscle: b.lib.Vocabulary.MuscleTitle(m.Muscle), Sets: number(m.Sets), Hard: "0"}
		for _, h := range hard {
			if h.Muscle == m.Muscle {
				v.Hard = number(h.Sets)
			}
		}
		if most == "" {
			most = v.Sets
		}
		muscles = append(muscles, v)
	}
	return muscles, most
}

func clearanceWords(level int) string {
	switch level {
	case 1:
		return "Read the red flags before you start."
	case 2:
		return "A health professional must agree that you may exercise before you start."
	case 3:
		return "Your surgeon or specialist must agree, and say how far you may go, before you start."
	case 4:
		return "Do this programme only in supervised sessions."
	}
	return ""
}

func (b *builder) programmeFacts(p *regimen.Programme) []fact {
	var facts []fact
	add := func(term, value string) {
		if value != "" {
			facts = append(facts, fact{term, value})
		}
	}
	if n := p.Weeks(); n > 0 {
		add("Length", strconv.Itoa(n)+" weeks")
	}
	add("How often", often(p.Schedule))
	add("Level", title(p.Level))
	add("Goal", title(p.Goal))
	add("You need", b.equipment(p.Equipment))
	return facts
}

func often(s regimen.Schedule) string {
	switch {
	case len(s.Days) > 0:
		return times(len(s.Days)) + " a week"
	case s.PerWeek > 0:
		return times(s.PerWeek) + " a week"
	case s.PerDay > 0:
		return times(s.PerDay) + " a day"
	}
	return ""
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}

func phases(p *regimen.Programme) []phaseView {
	var out []phaseView
	for _, ph := range p.Phases {
		v := phaseView{Name: ph.Name, Weeks: "Weeks " + whole(ph.Weeks), Focus: ph.Focus}
		if ph.Weeks.Open {
			v.Weeks = "Week " + strconv.Itoa(ph.Weeks.Min) + " on"
		}
		var rules []string
		if ph.HasMaxLoad {
			rules = append(rules, "at most "+ph.MaxLoad.String()+" loads")
		}
		if ph.LoadLocked {
			rules = append(rules, "weights do not go up yet")
		}
		if ph.MaxIncrease > 0 {
			rules = append(rules, "weights go up by at most "+number(ph.MaxIncrease)+thin+"%")
		}
		v.Rule = list(rules)
		out = append(out, v)
	}
	return out
}

// calendar lays the sessions over the weekdays until the pattern repeats.
func calendar(p *regimen.Programme, page string) []weekView {
	var out []weekView
	for i, slots := range p.Schedule.Cycle() {
		week := weekView{Name: "Week " + strconv.Itoa(i+1)}
		for n, id := range slots {
			v := slotView{Session: strings.ToUpper(id)}
			if n < len(p.Schedule.Days) {
				v.Day = title(p.Schedule.Days[n].ID)
			}
			if id == regimen.Rest {
				v.Session = "Rest"
			} else {
				v.URL = relative(page, sessionPath(p.ID, id))
			}
			week.Slots = append(week.Slots, v)
		}
		out = append(out, week)
	}
	return out
}

// overrideView is an error of safety that a named reviewer allowed.
type overrideView struct{ Finding, Reason, By, Role, Date, Until string }

// overrides lists what reviewers allowed in a programme: its readers must know.
func (b *builder) overrides(p *regimen.Programme) []overrideView {
	var out []overrideView
	for _, d := range b.found {
		if s := d.Silenced; s != nil && d.Severity == diag.Error && d.At.File == p.File {
			out = append(out, overrideView{strings.ReplaceAll(d.Message, "`", ""), s.Reason, s.By, s.Role, s.Date, s.Until})
		}
	}
	return out
}

// checked proves the programme for each condition it names.
func (b *builder) checked(p *regimen.Programme, page string) []checkedView {
	var out []checkedView
	for _, proof := range suit.Prove(b.lib, p) {
		v := checkedView{
			Condition: link{proof.Condition.Title, relative(page, conditionPath(proof.Condition.ID))},
			Stage:     lowerFirst(orElse(proof.Stage.Title, title(proof.Stage.ID))), Result: proof.Result.String(), Words: proof.Result.Words(),
			Version: proof.Condition.ThresholdsVersion,
		}
		for _, row := range proof.Worst() {
			if row.Verdict != suit.Suitable {
				v.Notes = append(v.Notes, row.Exercise.Title+": "+row.Verdict.Words())
			}
		}
		out = append(out, v)
	}
	return out
}
