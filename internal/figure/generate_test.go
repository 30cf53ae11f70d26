package figure

import (
	"math"
	"slices"

	"pgregory.net/rapid"
)

// figures draws figures that an author could have written: known words, numbers in
// range, but poses that need not be possible.
func figures() *rapid.Generator[Figure] {
	return rapid.Custom(func(t *rapid.T) Figure {
		f := Figure{
			Base: rapid.SampledFrom(baseNames).Draw(t, "base"),
			View: View{
				Turn: rapid.Float64Range(-180, 180).Draw(t, "turn"),
				Tilt: rapid.Float64Range(0, 80).Draw(t, "tilt"),
			},
			Anchor:    maybe(t, "anchor", supports),
			Hold:      maybe(t, "hold", holds),
			Plates:    maybe(t, "plates", plateSizes),
			Thumbnail: maybe(t, "thumbnail", []string{"start"}),
			Common:    pose(t, ""),
		}
		if rapid.Bool().Draw(t, "named view") {
			f.View = View{Name: rapid.SampledFrom(viewNames).Draw(t, "view")}
		}
		start := pose(t, rapid.StringN(1, 9, 40).Draw(t, "caption")+".")
		f.Start = &start
		for range rapid.IntRange(0, 2).Draw(t, "props") {
			f.Props = append(f.Props, prop(t))
		}
		if rapid.Bool().Draw(t, "pair") {
			end := pose(t, "The other pose")
			f.End = &end
			for range rapid.IntRange(0, 2).Draw(t, "arrows") {
				f.Arrows = append(f.Arrows, Arrow{Part: rapid.SampledFrom(parts).Draw(t, "part"),
					Ahead: rapid.Float64Range(-60, 60).Draw(t, "ahead"), Beside: rapid.Float64Range(-60, 60).Draw(t, "beside")})
			}
		}
		return f
	})
}

func maybe(t *rapid.T, label string, words []string) string {
	return rapid.SampledFrom(append([]string{"", ""}, words...)).Draw(t, label)
}

func pose(t *rapid.T, caption string) Pose {
	p := Pose{Caption: caption, Both: limbs(t, Trunk), Left: limbs(t, Hip), Right: limbs(t, Hip)}
	if rapid.IntRange(0, 3).Draw(t, "supported") == 0 {
		for _, part := range rapid.SliceOfNDistinct(rapid.SampledFrom(supports), 1, 2, rapid.ID[string]).Draw(t, "support") {
			p.Support = append(p.Support, Support{part, rapid.SampledFrom([]float64{0, 0, 10, 24}).Draw(t, "height")})
		}
	}
	return p
}

func limbs(t *rapid.T, first Joint) Limbs {
	var l Limbs
	for j := int(first); j < Joints; j++ {
		switch k := angles[j]; rapid.IntRange(0, 9).Draw(t, k.Name+" is written") {
		case 0, 1, 2:
			l.Angles[j] = Degrees(rapid.Float64Range(k.Min, k.Max).Draw(t, k.Name))
		case 3:
			if k.Words != nil {
				l.Angles[j] = Flat()
			}
		}
	}
	switch rapid.IntRange(0, 9).Draw(t, "reaching") {
	case 0, 1:
		l.Hand.Place = rapid.SampledFrom(places).Draw(t, "place")
	case 2:
		l.Hand.Target = rapid.SliceOfN(rapid.Float64Range(-150, 150), 2, 3).Draw(t, "target")
	}
	if l.Hand.reaches() {
		l.ElbowTo = maybe(t, "elbow-to", directions)
	}
	return l
}

func prop(t *rapid.T) Prop {
	thing := rapid.SampledFrom(things).Draw(t, "prop")
	p := Prop{Name: thing.Name}
	for _, k := range thing.Settings {
		switch {
		case rapid.Bool().Draw(t, k.Name+" is left out"):
		case k.Kind == WordKey:
			p.Settings = append(p.Settings, Setting{Name: k.Name, Word: rapid.SampledFrom(k.Words).Draw(t, k.Name)})
		default:
			p.Settings = append(p.Settings, Setting{Name: k.Name, Number: rapid.Float64Range(k.Min, k.Max).Draw(t, k.Name)})
		}
	}
	return p
}

// spoilt draws figures with anything in them.
func spoilt() *rapid.Generator[Figure] {
	numbers := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 90, 1e300}))
	words := rapid.OneOf(rapid.String(), rapid.SampledFrom(slices.Concat(supports, parts, places, holds, baseNames)))
	return rapid.Custom(func(t *rapid.T) Figure {
		f := figures().Draw(t, "figure")
		for _, w := range []*string{&f.Base, &f.View.Name, &f.Anchor, &f.Hold, &f.Plates, &f.Thumbnail, &f.Common.Both.ElbowTo,
			&f.Start.Caption, &f.Start.Both.Hand.Place, &f.Start.Left.ElbowTo} {
			if rapid.IntRange(0, 9).Draw(t, "spoil") == 0 {
				*w = words.Draw(t, "word")
			}
		}
		for _, x := range []*float64{&f.View.Turn, &f.View.Tilt, &f.Start.Both.Angles[Knee].Degrees, &f.Start.Right.Angles[Trunk].Degrees} {
			if rapid.IntRange(0, 9).Draw(t, "spoil") == 0 {
				*x = numbers.Draw(t, "number")
			}
		}
		switch rapid.IntRange(0, 9).Draw(t, "leave out") {
		case 0:
			f.Start = nil
		case 1:
			f.Start.Support = []Support{{words.Draw(t, "part"), numbers.Draw(t, "height")}}
		case 2:
			f.Start.Left.Hand.Target = rapid.SliceOfN(numbers, 0, 5).Draw(t, "target")
		case 3:
			f.Props = []Prop{{words.Draw(t, "prop"), []Setting{{words.Draw(t, "setting"), numbers.Draw(t, "value"), ""}}}}
		case 4:
			f.Arrows = []Arrow{{words.Draw(t, "part"), numbers.Draw(t, "ahead"), numbers.Draw(t, "beside")}}
		}
		return f
	})
}
