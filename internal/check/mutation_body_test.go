package check_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
)

// bodySlips are the slips of the fences and of the prose.
func bodySlips() []slip {
	return []slip{
		{"opening fence missing", openingFence("D03", "", 0)},
		{"opening fence `----`", openingFence("D03", "----\n", 0)},
		{"opening fence indented", openingFence("D03", "  ---\n", 0)},
		{"blank line before the opening fence", openingFence("D03", "\n---\n", 0)},
		{"closing fence missing", closingFence("D04", "", func(f *subject) int { return 0 })},
		{"closing fence `...`", closingFence("D04", "...\n", func(f *subject) int { return f.block.end })},
		{"closing fence `----`", closingFence("D04", "----\n", func(f *subject) int { return f.block.end })},
		{"closing fence indented", closingFence("D05", " ---\n", func(f *subject) int { return f.block.end + 1 })},
		{"required heading missing", inHeadings(headingMissing, "How to perform")},
		{"required heading misspelt", inHeadings(headingMisspelt)},
		{"required heading at the wrong level", inHeadings(headingLevel)},
		{"heading without a space", headingTight},
		{"link to a file that does not exist", inBody(`\]\(((?:\.\./)?[a-z/-]+\.md)(?:#[a-z-]+)?\)`, wrongFile)},
		{"link to a heading that does not exist", inBody(`\]\(((?:\.\./)?[a-z/-]+\.md)\)`, wrongAnchor)},
		{"unknown citation", inBody(`\[@([a-z0-9-]+)\]`, wrongCitation)},
		{"raw HTML", inBody(`[a-z]( )[a-z]`, rawHTML)},
		{"`javascript:` link", inBody(`\]\(([^)]+\.md)\)`, scriptLink)},
	}
}

// openingFence writes another opening fence than the right one.
func openingFence(code, with string, at int) func(*subject, *rand.Rand) []planted {
	return func(f *subject, _ *rand.Rand) []planted {
		if f.block.end == 0 {
			return nil
		}
		return []planted{{text: with + f.text[f.block.start:], code: code, at: at, mended: f.text}}
	}
}

// closingFence writes another closing fence than the right one. Blank lines that the prose
// begins with make no difference.
func closingFence(code, with string, at func(*subject) int) func(*subject, *rand.Rand) []planted {
	return func(f *subject, _ *rand.Rand) []planted {
		if f.block.end == 0 || strings.TrimSpace(f.text[f.block.end+4:]) == "" {
			return nil
		}
		return []planted{{text: f.replaced(stretch{f.block.end, f.block.end + 4}, with), code: code, at: at(f), mended: f.text}}
	}
}

// inHeadings plants a slip in each heading that the model names, or only in those given.
func inHeadings(plant func(f *subject, heading stretch, title string, random *rand.Rand) planted, only ...string) func(*subject, *rand.Rand) []planted {
	return func(f *subject, random *rand.Rand) []planted {
		var out []planted
		if f.kind != "exercise" {
			return nil
		}
		titles := only
		if len(titles) == 0 {
			titles = []string{"How to perform", "Key points", "Common mistakes"}
		}
		for _, title := range titles {
			if at := strings.Index(f.text, "\n## "+title+"\n"); at >= 0 {
				out = append(out, plant(f, stretch{at + 1, at + 4 + len(title)}, title, random))
			}
		}
		return out
	}
}

// headingMissing is told at the first level-2 heading that the model does not name,
// else at the start.
func headingMissing(f *subject, heading stretch, title string, _ *rand.Rand) planted {
	p := planted{text: f.replaced(stretch{heading.start, heading.end + 1}, ""), code: "R07"}
	for _, m := range regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatchIndex(p.text, -1) {
		switch p.text[m[2]:m[3]] {
		case "How to perform", "Key points", "Common mistakes":
		default:
			p.at = m[2]
			return p
		}
	}
	return p
}

func headingMisspelt(f *subject, heading stretch, title string, random *rand.Rand) planted {
	wrong := dropped(title, random)
	if random.IntN(2) == 0 {
		wrong = doubled(title, random)
	}
	return planted{text: f.replaced(stretch{heading.start + 3, heading.end}, wrong), code: "R07", at: heading.start + 3, word: title}
}

// headingLevel: what must change are the `#`.
func headingLevel(f *subject, heading stretch, title string, random *rand.Rand) planted {
	return planted{text: f.replaced(heading, []string{"# ", "### "}[random.IntN(2)]+title), code: "R07", at: heading.start, mended: f.text}
}

func headingTight(f *subject, _ *rand.Rand) []planted {
	var out []planted
	for _, m := range regexp.MustCompile(`(?m)^#+( )`).FindAllStringSubmatchIndex(f.text, -1) {
		if m[0] > f.block.end {
			out = append(out, planted{text: f.replaced(stretch{m[2], m[3]}, ""), code: "D19", at: m[0], mended: f.text})
		}
	}
	return out
}

// inBody plants a slip at the group of each match in the prose.
func inBody(pattern string, plant func(f *subject, at stretch, random *rand.Rand) planted) func(*subject, *rand.Rand) []planted {
	form := regexp.MustCompile(pattern)
	return func(f *subject, random *rand.Rand) []planted {
		var out []planted
		for _, m := range form.FindAllStringSubmatchIndex(f.text, -1) {
			if row := f.text[strings.LastIndexByte(f.text[:m[0]], '\n')+1:]; m[0] > f.block.end+4 && row[0] != '#' && row[0] != '|' && row[0] != '<' {
				if p := plant(f, stretch{m[2], m[3]}, random); p.text != "" {
					out = append(out, p)
				}
			}
		}
		return out
	}
}

func wrongFile(f *subject, at stretch, random *rand.Rand) planted {
	path := f.get(at)
	name := at.start + strings.LastIndexByte(path, '/') + 1
	word := strings.TrimSuffix(f.text[name:at.end], ".md")
	if len(word) < 4 {
		return planted{}
	}
	return planted{text: f.replaced(stretch{name, at.end - 3}, anyTypo(word, random)), code: "R01", at: at.start, word: path}
}

// wrongAnchor: what must change is what stands behind the `#`.
func wrongAnchor(f *subject, at stretch, random *rand.Rand) planted {
	if !strings.Contains(f.get(at), "exercises/") {
		return planted{}
	}
	wrong := anyTypo("key-points", random)
	return planted{text: f.inserted(at.end, "#"+wrong), code: "R01", at: at.end + 1, word: "key-points"}
}

func wrongCitation(f *subject, at stretch, random *rand.Rand) planted {
	wrong := anyTypo(f.get(at), random)
	if wrong == "" {
		return planted{}
	}
	return planted{text: f.replaced(at, wrong), code: "R01", at: at.start, word: f.get(at)}
}

func rawHTML(f *subject, at stretch, random *rand.Rand) planted {
	tag := []string{"<br>", "<br/>", `<img src="a.png">`}[random.IntN(3)]
	return planted{text: f.replaced(at, " "+tag+" "), code: "D17", at: at.start + 1}
}

func scriptLink(f *subject, at stretch, _ *rand.Rand) planted {
	return planted{text: f.replaced(at, "javascript:alert(1)"), code: "D18", at: at.start}
}
