package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

func guideTitle(i int) string {
	w := cycle(i, topics, angles)
	return numbered(w[0]+" "+w[1], i, len(topics)*len(angles))
}

func (c *corpus) guide(i int) string {
	r := random("guide", i)
	title := guideTitle(i)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\nkind: article\nsummary: %s, told in a few plain pages with examples that you can try today.\n", title, title)
	fmt.Fprintf(&b, "topics: [%s, exercise, habit]\nrelated: [pain-or-discomfort, progressing-week-by-week]\nreferences: [%s]\n---\n",
		strings.ToLower(cycle(i, topics)[0]), strings.Join(some(r, sources, 3), ", "))
	fmt.Fprintf(&b, "What follows is general and not about you. If something is new, strong or strange, read [when to see a doctor](../guides/when-to-see-a-doctor.md) first.\n\n")
	c.prose(&b, r, "../", "Where to begin", "What is normal", "What to change", "When it goes badly", "How to keep at it", "If you are unsure")
	fmt.Fprint(&b, "\n| Day | What to do | How it should feel |\n|---|---|---|\n| First | half of what you planned | easy |\n| Third | the same again | easy |\n| Fifth | one set more | a little warm |\n")
	return b.String()
}

// prose writes sections of one or two paragraphs and a list, with links to
// exercises and citations.
func (c *corpus) prose(b *strings.Builder, r *rand.Rand, folder string, titles ...string) {
	for _, title := range titles {
		fmt.Fprintf(b, "## %s\n\n", title)
		for _, text := range some(r, paragraphs, 1+r.IntN(2)) {
			filling := exerciseAt(r.IntN(c.exercises)).link(folder)
			if strings.HasSuffix(text, " %s.") {
				filling = "[@" + one(r, sources) + "]"
			}
			fmt.Fprintf(b, text+"\n\n", filling)
		}
		for range 2 + r.IntN(2) {
			fmt.Fprintf(b, "- **%s** %s\n", capital(strings.ToLower(one(r, points))), one(r, mistakes))
		}
		fmt.Fprint(b, "\n")
	}
}
