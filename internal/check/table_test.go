package check_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"regimen/internal/check"
)

// TestRulesTable holds docs/rules.md to the rules: the same codes with the same names,
// and every severity that a rule is given. A line that says "Not built" has no rule.
func TestRulesTable(t *testing.T) {
	text, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	type entry struct {
		name       string
		severities []string
		built      bool
	}
	table := map[string]entry{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if len(cells) != 4 || cells[0] == "| code" {
			continue
		}
		code := strings.TrimPrefix(cells[0], "| ")
		if _, twice := table[code]; twice {
			t.Errorf("docs/rules.md lists %s twice", code)
		}
		table[code] = entry{cells[1], strings.Split(cells[2], ", "), !strings.HasPrefix(cells[3], "Not built")}
	}
	found := map[string]bool{}
	for _, rule := range check.Findings() {
		found[rule.Code] = true
		switch e, listed := table[rule.Code]; {
		case !listed || !e.built:
			t.Errorf("docs/rules.md does not list %s %s", rule.Code, rule.Name)
		case e.name != rule.Name:
			t.Errorf("docs/rules.md calls %s %q; the rule is %q", rule.Code, e.name, rule.Name)
		case !slices.Contains(e.severities, rule.Severity.String()):
			t.Errorf("docs/rules.md gives %s as %v; the rule is %s", rule.Code, e.severities, rule.Severity)
		}
	}
	for code, e := range table {
		if e.built && !found[code] {
			t.Errorf("docs/rules.md lists %s, and there is no such rule", code)
		}
	}
}
