package site

import (
	"html/template"
	"strings"

	"regimen/internal/figure"
	"regimen/internal/regimen"
)

// mostThumbnails is how many exercises a list may have and still show each: a picture
// takes some 4 kB of the page.
const mostThumbnails = 300

// thumbnailsKept is how many exercises a site may have and still keep each thumbnail.
const thumbnailsKept = 2000

type figureView struct {
	Poses []poseView
}

type poseView struct {
	Picture template.HTML
	Caption string
}

// figure draws the poses of an exercise; nil where it has no figure.
func (b *builder) figure(e *regimen.Exercise) *figureView {
	if e.Figure == nil {
		return nil
	}
	named := *e.Figure
	named.PoseNames = [2]string{b.t("start"), b.t("end")}
	d, _ := figure.Draw(named, e.Title)
	caption := orElse(strings.TrimSpace(e.Figure.Start.Caption), e.Figure.Common.Caption)
	v := &figureView{[]poseView{{inline(d.Start), caption}}}
	if d.End != nil {
		v.Poses = append(v.Poses, poseView{inline(d.End), e.Figure.End.Caption})
	}
	return v
}

// thumbnail is the small picture beside the name of an exercise. Sessions, sheets and
// lists repeat it, so that it is kept, unless there are too many.
func (b *builder) thumbnail(e *regimen.Exercise) template.HTML {
	if e.Figure == nil {
		return ""
	}
	if known, drawn := b.thumbnails.Load(e); drawn {
		return known.(template.HTML)
	}
	d, _ := figure.Draw(*e.Figure, e.Title)
	picture := inline(d.Thumbnail)
	if len(b.lib.Exercises) <= thumbnailsKept {
		b.thumbnails.Store(e, picture)
	}
	return picture
}

// inline is a drawing as a part of a page. The package figure escapes the author's words.
func inline(picture []byte) template.HTML {
	return template.HTML(strings.TrimSpace(strings.Replace(string(picture), ` xmlns="http://www.w3.org/2000/svg"`, "", 1)))
}
