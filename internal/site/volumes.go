package site

import (
	"sync"

	"regimen/internal/regimen"
)

// volumes is every list that may be too long for one page, each made when it is first
// asked for. One that is short enough has no chapters.
type volumes struct {
	exercises  func() *volume[*regimen.Exercise]
	programmes func() *volume[*regimen.Programme]
	guides     func() *volume[*regimen.Guide]
	verdicts   func() *volume[*regimen.Exercise]
	references func() *volume[*regimen.Reference]
	exceptions func() *volume[exceptionView]
	suited     func() map[*regimen.Condition][]suitedProgramme
	checkedFor func() map[*regimen.Condition]*volume[suitedProgramme]

	citedOn func() map[string]string // by reference: the page of a long list that it stands on
	counts  func() []verdictCounts   // by stage
	allowed func() []exceptionView
}

func (b *builder) bind() volumes {
	return volumes{
		exercises: sync.OnceValue(b.libraryVolume), programmes: sync.OnceValue(b.programmeVolume),
		guides: sync.OnceValue(b.guideVolume), verdicts: sync.OnceValue(b.matrixVolume),
		references: sync.OnceValue(b.referenceVolume), suited: sync.OnceValue(b.suitedTo), checkedFor: sync.OnceValue(b.conditionVolumes),
		citedOn: sync.OnceValue(b.findReferences), counts: sync.OnceValue(b.countVerdicts),
		exceptions: sync.OnceValue(b.exceptionVolume), allowed: sync.OnceValue(b.findAllowed),
	}
}

// longLists plans the pages that long lists are parted into.
func (b *builder) longLists() []page {
	pages := b.volumes.exercises().pages(b)
	pages = append(pages, b.programmes().pages(b)...)
	pages = append(pages, b.guides().pages(b)...)
	pages = append(pages, b.volumes.verdicts().pages(b)...)
	pages = append(pages, b.volumes.references().pages(b)...)
	pages = append(pages, b.exceptions().pages(b)...)
	for _, c := range b.lib.Conditions {
		if v := b.checkedFor()[c]; v != nil && c.Built() {
			pages = append(pages, v.pages(b)...)
		}
	}
	return pages
}
