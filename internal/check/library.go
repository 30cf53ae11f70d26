package check

import (
	"iter"
	"sync"
	"time"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// library is what rules are applied to. What is looked up, by id or by the lists of the
// embedded Library, is always found among all there is; what a rule goes through is the
// lists here, which hold no more than what is to be checked.
type library struct {
	*regimen.Library
	*lookup
	Exercises  []*regimen.Exercise
	Programmes []*regimen.Programme
	Conditions []*regimen.Condition
	Guides     []*regimen.Guide
	Safety     []*regimen.Safety
	References []*regimen.Reference
	all        bool            // everything is to be checked, the files that a site has once among it
	files      map[string]bool // what is to be checked, where it is not all

	rows   func() []row
	proofs func() []proof
	dosed  func() []row             // every dose that is written: see allDoses
	steps  func() map[string][]step // from each exercise to the harder ones
	next   func() suit.Steps        // those of them that lead to a file
	plans  func() []*plan
	easy   *names // nil where the site is not in English
	today  time.Time
}

// lookup is what several rules ask of all there is, computed once.
type lookup struct {
	kin    func() map[string][]*regimen.Exercise // by pattern and primary muscle
	naming func() *naming
	rings  func() map[string]int // see rings
	mutex  sync.Mutex
	proved map[*regimen.Programme]func() []proof
}

// row is one row of a session with what it stands for.
type row struct {
	*regimen.Prescription
	Programme *regimen.Programme
	Session   *regimen.Session
	Place     int               // in the session, from 0
	Of        *regimen.Exercise // nil when the exercise could not be read
	Purpose   string            // the role, as written or by default
	Class     regimen.LoadClass // apart from any phase
	Phase     *regimen.Phase    // nil unless a phase states the row anew
}

// proof is what the suitability model says of a programme for one declared condition.
type proof struct {
	suit.Proof
	Worst []suit.Row // each row that is not simply suitable, where it is judged most strictly
}

func newLookup(lib *regimen.Library) *lookup {
	return &lookup{
		kin:    sync.OnceValue(func() map[string][]*regimen.Exercise { return kinOf(lib) }),
		naming: sync.OnceValue(func() *naming { return newNaming(lib) }),
		rings: sync.OnceValue(func() map[string]int {
			return rings(lib, lib.Exercises, func(regimen.Substitute) bool { return true })
		}),
		proved: map[*regimen.Programme]func() []proof{},
	}
}

// newLibrary is a library of which everything is to be checked.
func newLibrary(lib *regimen.Library, asked *lookup, easy *names, today time.Time) *library {
	l := &library{
		Library: lib, lookup: asked, easy: easy, today: today, all: true,
		Exercises: lib.Exercises, Programmes: lib.Programmes, Conditions: lib.Conditions,
		Guides: lib.Guides, Safety: lib.Safety, References: lib.References,
	}
	l.compute()
	return l
}

// narrowed is a library of which no more is to be checked than the lists of another.
func (l *library) narrowed(to *regimen.Library) *library {
	n := &library{
		Library: l.Library, lookup: l.lookup, easy: l.easy, today: l.today, files: map[string]bool{},
		Exercises: to.Exercises, Programmes: to.Programmes, Conditions: to.Conditions, Guides: to.Guides, Safety: to.Safety,
	}
	n.compute()
	for p := range n.pages() {
		n.files[p.File.Path] = true
	}
	return n
}

// parts divides what is to be checked into parts of some programmes and exercises; the
// files that a site has few of are in the first.
func (l *library) parts() []*library {
	of := max(1, len(l.Programmes)/programmesInPart, len(l.Exercises)/exercisesInPart)
	out := make([]*library, of)
	for i := range out {
		out[i] = &library{
			Library: l.Library, lookup: l.lookup, easy: l.easy, today: l.today,
			Exercises: share(l.Exercises, i, of), Programmes: share(l.Programmes, i, of),
		}
		out[i].compute()
		out[i].steps, out[i].next = l.steps, l.next // which lead from one part into another
	}
	first := out[0]
	first.all, first.Conditions, first.Guides, first.Safety, first.References = true, l.Conditions, l.Guides, l.Safety, l.References
	return out
}

// How many programmes and exercises are checked at a time: enough that going through the
// rules costs nothing, and few enough for the processor's cache.
const (
	programmesInPart = 50
	exercisesInPart  = 500
)

func share[T any](list []T, i, of int) []T { return list[len(list)*i/of : len(list)*(i+1)/of] }

// forget lets go of the proofs of the programmes that were checked.
func (l *library) forget() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, p := range l.Programmes {
		delete(l.proved, p)
	}
}

func (l *library) compute() {
	l.rows = sync.OnceValue(l.allRows)
	l.dosed = sync.OnceValue(l.allDoses)
	l.steps = sync.OnceValue(l.stepsUp)
	l.next = sync.OnceValue(l.oneUp)
	l.proofs = sync.OnceValue(func() []proof { return l.prove(l.Programmes) })
	l.plans = sync.OnceValue(func() []*plan { return allPlans(l) })
}

func (l *library) allRows() []row {
	n := 0
	for _, p := range l.Programmes {
		for _, s := range p.Sessions {
			n += len(s.Rows)
		}
	}
	out := make([]row, 0, n)
	for _, p := range l.Programmes {
		for _, s := range p.Sessions {
			for i, r := range s.Rows {
				out = append(out, row{
					Prescription: r, Programme: p, Session: s, Place: i,
					Of: l.Exercise(r.Exercise.ID), Purpose: l.Role(r), Class: l.Class(r),
				})
			}
		}
	}
	return out
}

// Prescriptions walks every row that is to be checked, with its session.
func (l *library) Prescriptions() iter.Seq2[*regimen.Prescription, *regimen.Session] {
	return (&regimen.Library{Programmes: l.Programmes}).Prescriptions()
}

// prove proves programmes, those of one after those of another.
func (l *library) prove(programmes []*regimen.Programme) []proof {
	var out []proof
	for _, p := range programmes {
		out = append(out, l.proofsOf(p)...)
	}
	return out
}

// proofsOf proves a programme, once for all rules.
func (l *library) proofsOf(p *regimen.Programme) []proof {
	l.mutex.Lock()
	proofs := l.proved[p]
	if proofs == nil {
		proofs = sync.OnceValue(func() []proof {
			var out []proof
			for _, f := range suit.Prove(l.Library, p) {
				out = append(out, newProof(f))
			}
			return out
		})
		l.proved[p] = proofs
	}
	l.mutex.Unlock()
	return proofs()
}

func newProof(f suit.Proof) proof {
	p := proof{Proof: f}
	for r := range f.Worst() {
		if r.Verdict != suit.Suitable {
			p.Worst = append(p.Worst, r)
		}
	}
	return p
}

// proofsWith proves all programmes of the library that name one of some exercises,
// whether they are to be checked or not.
func (l *library) proofsWith(exercises map[string]bool) []proof {
	if len(exercises) == 0 {
		return nil
	}
	return l.prove(l.naming().users(exercises))
}

// namedBy walks the ids of the exercises that a programme names, some of them repeatedly.
func namedBy(p *regimen.Programme) iter.Seq[string] {
	return func(yield func(string) bool) {
		rows := func(list []*regimen.Prescription) bool {
			for _, r := range list {
				if !yield(r.Exercise.ID) || r.Variant.ID != "" && !yield(r.Variant.ID) {
					return false
				}
				for _, s := range r.Substitutes {
					if !yield(s.Exercise.ID) {
						return false
					}
				}
			}
			return true
		}
		for _, s := range p.Sessions {
			if !rows(s.Rows) {
				return
			}
		}
		for i := range p.Phases {
			if !rows(p.Phases[i].Rows) {
				return
			}
		}
	}
}
