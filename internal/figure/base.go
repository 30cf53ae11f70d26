package figure

// base is a position to start from.
type base struct {
	layer    Pose
	anchor   string
	sideways bool
}

var baseNames = []string{
	"standing", "sitting", "floor-sitting", "kneeling", "hands-and-knees", "forearms-and-toes",
	"supine", "hook-lying", "prone", "side-lying",
}

// start gives the layer below all others.
func start(name string) base {
	switch name {
	case "standing":
		return base{layer: from("feet").with(Ankle, Flat())}
	case "sitting":
		return base{layer: from("feet").bent(Hip, 90).bent(Knee, 90).with(Ankle, Flat())}
	case "floor-sitting":
		return base{layer: from("hips").bent(Hip, 90)}
	case "kneeling":
		return base{layer: from("knees").bent(Knee, 88).bent(Ankle, -72)}
	case "hands-and-knees":
		return base{layer: from("hands", "knees").bent(Trunk, 79).bent(Neck, -14).
			bent(Hip, 79).bent(Knee, 88).bent(Ankle, -72).bent(Shoulder, 79).bent(Wrist, 88)}
	case "forearms-and-toes":
		return base{layer: from("elbows", "toes").bent(Trunk, 80).bent(Neck, -8).
			bent(Hip, 2).bent(Ankle, 8).bent(Shoulder, 90).bent(Elbow, 90)}
	case "supine":
		return base{layer: from("back").bent(Trunk, -90).bent(Shoulder, 5)}
	case "hook-lying":
		return base{anchor: "feet", layer: from("back", "feet").bent(Trunk, -90).bent(Hip, 48).bent(Knee, 95).with(Ankle, Flat())}
	case "prone":
		return base{layer: from("chest").bent(Trunk, 90).bent(Ankle, -60)}
	}
	return base{layer: from("lowest"), sideways: true}
}

func from(supports ...string) Pose {
	var p Pose
	for _, s := range supports {
		p.Support = append(p.Support, Support{Part: s})
	}
	return p
}

func (p Pose) with(j Joint, a Angle) Pose {
	p.Both.Angles[j] = a
	return p
}

func (p Pose) bent(j Joint, degrees float64) Pose { return p.with(j, Degrees(degrees)) }
