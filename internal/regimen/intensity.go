package regimen

import "regimen/internal/dose"

// What the classes of load mean in numbers: 80 % of the one-repetition maximum and
// up is heavy, under 60 % is light (ACSM 2026); so are six repetitions and fewer at
// RPE 8 and above. A training maximum is most often 90 % of the real one.
const (
	heavyPercent    = 80
	moderatePercent = 60
	heavyReps       = 6
	heavyRPE        = 8
	trainingMax     = 0.9
)

// StatedClass is the load class that a dose gives away by its percentages, efforts or
// repetition maximum, the heaviest of its sets counting; false where it does not say.
func StatedClass(d dose.Dose, percentOf string) (class LoadClass, stated bool) {
	for i, g := range d.Groups {
		for _, loads := range [2][]dose.Load{g.Load, d.Load} {
			for _, load := range loads {
				if c, ok := statedBy(load, d.Groups[i].Amount, percentOf); ok {
					class, stated = max(class, c), true
				}
			}
		}
	}
	return class, stated
}

func statedBy(load dose.Load, a dose.Amount, percentOf string) (LoadClass, bool) {
	few := a.Unit == dose.Reps && a.Open == dose.Closed && a.Max <= heavyReps
	switch load.Kind {
	case dose.Percent:
		if load.Unit == dose.MVIC {
			return NoLoad, false
		}
		percent := load.Max
		if percentOf == "training-max" {
			percent *= trainingMax
		}
		switch {
		case percent >= heavyPercent:
			return Heavy, true
		case percent >= moderatePercent:
			return Moderate, true
		}
		return Light, true
	case dose.RPE:
		return Heavy, few && load.Max >= heavyRPE
	case dose.RIR:
		return Heavy, few && 10-load.Min >= heavyRPE
	case dose.RepMax:
		return Heavy, load.Max <= heavyReps
	}
	return NoLoad, false
}
