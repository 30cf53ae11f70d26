package site

import (
	"html/template"
	"slices"

	"regimen/internal/regimen"
)

// safetyView is one safety file: as the safety page shows it whole, and as
// programmes and printed sheets repeat it.
type safetyView struct {
	ID, Title string
	Check     *checkView // on the safety page
	Stop      []string
	Pain      []painView
	NextDay   string
	Notice    string
	URL       string
	Body      template.HTML
}

// painView is one profile of the pain guide.
type painView struct {
	Profile, Who            string
	Green, Amber, Red       string
	DoGreen, DoAmber, DoRed string
}

// safetyOf is the safety file of a programme as its pages repeat it, nil where it names
// none. Pages of one depth share it, since they lie equally far from what it links to: it
// must not be changed.
func (b *builder) safetyOf(p *regimen.Programme, page string) *safetyView {
	s := b.lib.SafetyFile(p.Safety.ID)
	if s == nil {
		return nil
	}
	type place struct {
		file *regimen.Safety
		root string
	}
	at := place{s, rootFrom(page)}
	known, made := b.safetyViews.Load(at)
	if !made {
		known, _ = b.safetyViews.LoadOrStore(at, b.safety(s, page))
	}
	return known.(*safetyView)
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
	for _, p := range s.Pain {
		v.Pain = append(v.Pain, b.pain(p))
	}
	return v
}

func (b *builder) pain(p regimen.PainBand) painView {
	v := painView{
		Profile: b.t("Standard"), Who: b.t("for most people"), Green: b.whole(p.Green), Amber: b.whole(p.Amber),
		Red:     b.whole(regimen.Range{Min: p.Amber.Max + 1, Max: 10}),
		DoGreen: b.t("Carry on."), DoAmber: b.t("Ease off: less far, slower or fewer."), DoRed: b.t("Stop this exercise for today."),
	}
	if p.Profile == "strict" {
		v.Profile, v.Who = b.t("Strict"), b.t("in a flare, with leg symptoms that are easily stirred up, or after surgery")
	}
	return v
}

type safetyPageView struct {
	Files []*safetyView
	Many  bool
}

func (b *builder) safetyPage(dst []byte) ([]byte, error) {
	shown := b.shownSafety()
	v := safetyPageView{Many: len(shown) > 1}
	for _, s := range shown {
		file := b.safety(s, safetyPath)
		file.Check = b.check(s)
		v.Files = append(v.Files, file)
	}
	return b.render(dst, "safety", shell{
		Title: b.t("When to get help"), Section: "safety", Path: safetyPath, Scripts: []string{"safety.js"},
		Description: b.t("Warning signs by urgency, when to stop, and how to read your pain."),
	}, v)
}

// chooseSafety is the safety files that programmes name, and the author's own; without
// any, the general one. Signs that concern nobody here would only worry readers.
func (b *builder) chooseSafety() []*regimen.Safety {
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
