package site

import (
	"html/template"
	"slices"
	"strconv"

	"regimen/internal/regimen"
)

// safetyView is one safety file: as the safety page shows it whole, and as
// programmes and printed sheets repeat it.
type safetyView struct {
	ID, Title string
	Tiers     []tierView
	Stop      []string
	Pain      []painView
	NextDay   string
	Notice    string
	URL       string
	Body      template.HTML
}

type tierView struct {
	Tier, Words string
	Flags       []flagView
}

type flagView struct{ ID, Text, Action string }

// painView is one profile of the pain guide.
type painView struct {
	Profile, Who            string
	Green, Amber, Red       string
	DoGreen, DoAmber, DoRed string
}

func (b *builder) safety(s *regimen.Safety, page string) *safetyView {
	prefix := b.safetyPrefix(s.ID)
	v := &safetyView{
		ID: s.ID, Title: s.Title, Stop: s.Stop, NextDay: s.NextDay, Notice: s.ClearanceNotice,
		URL: relative(page, b.contentPath("safety/"+s.ID+".md")),
	}
	if !s.BuiltIn { // its prose speaks of pages that only the reference site has
		v.Body = b.sections(&s.Page, page, prefix)
	}
	for _, tier := range regimen.Words("tier") {
		t := tierView{Tier: tier, Words: tierWords(tier)}
		for _, f := range s.Tier(tier) {
			t.Flags = append(t.Flags, flagView{f.ID, f.Text, f.Action})
		}
		if len(t.Flags) > 0 {
			v.Tiers = append(v.Tiers, t)
		}
	}
	for _, p := range s.Pain {
		v.Pain = append(v.Pain, pain(p))
	}
	return v
}

func tierWords(tier string) string {
	switch tier {
	case "emergency":
		return "Emergency: go now"
	case "urgent":
		return "Urgent: call today"
	}
	return "Routine: book a visit"
}

func pain(p regimen.PainBand) painView {
	v := painView{
		Profile: p.Profile, Who: "for most people", Green: whole(p.Green), Amber: whole(p.Amber),
		Red:     strconv.Itoa(p.Amber.Max+1) + "–10",
		DoGreen: "Carry on.", DoAmber: "Ease off: less far, slower or fewer.", DoRed: "Stop this exercise for today.",
	}
	if p.Profile == "strict" {
		v.Who = "in a flare, with leg symptoms that are easily stirred up, or after surgery"
	}
	return v
}

type safetyPageView struct {
	Files []*safetyView
	Many  bool
}

func (b *builder) safetyPage() ([]byte, error) {
	shown := b.shownSafety()
	v := safetyPageView{Many: len(shown) > 1}
	for _, s := range shown {
		v.Files = append(v.Files, b.safety(s, safetyPath))
	}
	return b.render("safety", shell{
		Title: "When to get help", Section: "safety", Path: safetyPath,
		Description: "Warning signs by urgency, when to stop, and how to read your pain.",
	}, v)
}

// shownSafety is the safety files that programmes name, and the author's own; without
// any, the general one. Signs that concern nobody here would only worry readers.
func (b *builder) shownSafety() []*regimen.Safety {
	var shown []*regimen.Safety
	for _, s := range b.lib.Safety {
		named := slices.ContainsFunc(b.lib.Programmes, func(p *regimen.Programme) bool { return p.Built() && p.Safety.Is(s.ID) })
		if named || !s.BuiltIn && s.ID != general {
			shown = append(shown, s)
		}
	}
	if s := b.lib.SafetyFile(general); len(shown) == 0 && s != nil {
		return []*regimen.Safety{s}
	}
	return shown
}

// general is the safety file for programmes without a region of the body.
const general = "general"

// safetyPrefix keeps the ids of several files apart on one page.
func (b *builder) safetyPrefix(id string) string {
	if len(b.shownSafety()) > 1 {
		return id + "-"
	}
	return ""
}
