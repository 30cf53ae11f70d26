package check

// sideWords are the English words that tell a reader to change sides.
type sideWords struct {
	swap, other, side, limb, repeat, then, again, with, hand, turn, round, lead set

	terms []term
}

func newSideWords() sideWords {
	return sideWords{
		swap:   setOf("change changes changing switch switches switching swap swaps swapping"),
		other:  setOf("other opposite second"),
		side:   setOf("side sides"),
		limb:   setOf("leg legs arm arms hand hands foot feet knee knees"),
		repeat: setOf("repeat repeats repeating again same finish finished do"),
		then:   setOf("then now after once before next"),
		again:  setOf("repeat repeats same again"),
		with:   setOf("on with for to"),
		hand:   setOf("left right"),
		turn:   setOf("turn roll"),
		round:  setOf("round around over"),
		lead:   setOf("then and now"),
	}
}

// change reports whether a step says to change sides: change legs, repeat on the other
// arm, do the same on the left, then swap, turn round and repeat. That one leg lies beside the other is no change.
func (w *sideWords) change(text string) bool {
	for start, end := range sentences(text) {
		words := scan(text[start:end], w.terms[:0])
		w.terms = words
		for i, t := range words {
			near := words[i+1 : min(len(words), i+4)]
			switch {
			case w.swap[t.hash] && (mentions(near, w.side) || mentions(near, w.limb)):
				return true
			case w.swap[t.hash] && len(near) == 0 && (i == 0 || w.lead[words[i-1].hash]):
				return true
			case w.again[t.hash] && len(near) > 1 && w.with[near[0].hash] && mentions(near[1:], w.hand):
				return true
			case w.turn[t.hash] && len(near) > 0 && w.round[near[0].hash] && mentions(near, w.again):
				return true
			case !w.other[t.hash]:
			case mentions(near, w.limb) && mentions(words, w.repeat):
				return true
			case (mentions(near, w.side) || len(near) == 0 && mentions(words, w.side)) && (mentions(words, w.repeat) || mentions(words, w.then)):
				return true
			}
		}
	}
	return false
}

func mentions(words []term, of set) bool {
	for _, t := range words {
		if of[t.hash] {
			return true
		}
	}
	return false
}
