package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

const supervised = 4

var clearanceTooLow = Rule{
	Rule: diag.Rule{Code: "C08", Name: "clearance-too-low", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for proofs := range programmes(lib.proofs()) {
			checkClearance(proofs, report)
		}
		for _, p := range lib.Programmes {
			if p.Clearance == supervised && p.Supervision == "" && !p.Broken("supervision") {
				found := report(p.At("clearance"), "`clearance: 4` says that sessions are supervised, and not by whom")
				found.Help = "add `supervision:` and say who is present, or write a lower clearance"
			}
		}
	},
}

// checkClearance looks for the stage of a programme that asks for most.
func checkClearance(proofs []proof, report reporter) {
	p := proofs[0].Programme
	if p.Broken("clearance") {
		return
	}
	var of *proof
	var most *regimen.Stage
	for i := range proofs {
		for _, s := range stagesOf(&proofs[i]) {
			if s.Clearance > p.Clearance && (most == nil || s.Clearance > most.Clearance) {
				of, most = &proofs[i], s
			}
		}
	}
	if most == nil {
		return
	}
	where, due := within(of.Condition, most), most.Clearance
	var found *diag.Diagnostic
	if p.Has("clearance") {
		found = report(p.At("clearance"), "`clearance: %d` is too little %s, which takes %d", p.Clearance, where, due)
		found.Related = []diag.Related{{At: of.Declared.Condition.At, Message: "the programme is for this condition"}}
	} else {
		found = report(of.Declared.Condition.At, "no `clearance` is stated; %s it takes %d", where, due)
	}
	found.Label = "needs " + clearanceWords[due]
	at := of.Condition.At("clearance")
	if most.Has("clearance") {
		at = most.At("clearance")
	}
	found.Related = append(found.Related, diag.Related{At: at, Message: "the least that a reader needs"})
	found.Help = clearanceHelp(due)
}

// stagesOf lists the stages that are in force in a programme, each once.
func stagesOf(p *proof) []*regimen.Stage {
	out := []*regimen.Stage{p.Stage}
	for _, ph := range p.Programme.Phases {
		for _, change := range ph.Stages {
			if s, _ := p.Condition.Stage(change.Stage.ID); s != nil && change.Condition.Is(p.Condition.ID) {
				out = append(out, s)
			}
		}
	}
	return out
}

var clearanceWords = [...]string{
	"nobody's word",
	"the reader's own look at the red flags",
	"a health professional who agrees to exercise",
	"a surgeon or specialist who sets the limits of each stage",
	"supervised sessions",
}

func clearanceHelp(due int) string {
	if due == supervised {
		return "write `clearance: 4`, and say in `supervision:` who is present"
	}
	return "write `clearance: " + string(rune('0'+due)) + "`: the page then asks for " + clearanceWords[due]
}
