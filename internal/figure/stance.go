package figure

// stance is a position with nothing left out.
type stance struct {
	trunk    [Hip]float64 // Trunk to Neck
	limb     [2]limb
	support  []Support
	anchor   string
	sideways bool
}

// limb is an arm and a leg of one side.
type limb struct {
	angle                [Joints]float64
	flatAnkle, flatWrist bool
	hand                 Hand // the zero value when angles decide the arm
	handKey              string
	elbowTo              vec
}

func (l limb) reaches() bool { return l.hand.written() }

// layer is a pose with the path of its keys.
type layer struct {
	Pose
	path string
}

// layers are the author's layers below and at the last pose, the lowest first.
func (f Figure) layers() []layer {
	all := []layer{{f.Common, ""}, {*f.Start, "start"}}
	if f.End != nil {
		all = append(all, layer{*f.End, "end"})
	}
	return all
}

// sheet is one group of limb keys in a layer.
type sheet struct {
	keys  Limbs
	path  string
	sides []side
}

// sheets are a layer's limb keys in the order they are written: both sides first.
func (l layer) sheets() [3]sheet {
	return [3]sheet{
		{l.Both, l.path, bothSides[:]},
		{l.Left, join(l.path, "left"), bothSides[:1]},
		{l.Right, join(l.path, "right"), bothSides[1:]},
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// resolve lays the layers of a figure over each other, down to its one or two poses.
func resolve(f Figure) []stance {
	b := start(f.Base)
	s := stance{anchor: b.anchor, sideways: b.sideways}
	for i := range s.limb {
		s.limb[i].elbowTo = pole("back")
	}
	if f.Anchor != "" {
		s.anchor = f.Anchor
	}
	s.add(layer{Pose: b.layer})
	var poses []stance
	for _, l := range f.layers() {
		s.add(l)
		if l.path != "" {
			poses = append(poses, s)
		}
	}
	return poses
}

func (s *stance) add(l layer) {
	if l.Support != nil {
		s.support = l.Support
	}
	for j := range s.trunk {
		if a := l.Both.Angles[j]; a.Set {
			s.trunk[j] = a.Degrees
		}
	}
	for _, sheet := range l.sheets() {
		for _, side := range sheet.sides {
			s.limb[side].add(sheet)
		}
	}
}

func (l *limb) add(s sheet) {
	for j := int(Hip); j < Joints; j++ {
		if a := s.keys.Angles[j]; a.Set {
			l.angle[j] = a.Degrees
		}
	}
	if a := s.keys.Angles[Ankle]; a.Set {
		l.flatAnkle = a.Flat
	}
	if a := s.keys.Angles[Wrist]; a.Set {
		l.flatWrist = a.Flat
	}
	if h := s.keys.Hand; h.Place == "none" {
		l.hand = Hand{}
	} else if h.written() {
		l.hand, l.handKey = h, join(s.path, "hand")
	}
	if s.keys.ElbowTo != "" {
		l.elbowTo = pole(s.keys.ElbowTo)
	}
}

// pole is the direction of an elbow in the chest's frame, for the right arm.
func pole(direction string) vec {
	switch direction {
	case "down":
		return vec{0.1, -1, 0.35}
	case "out":
		return vec{-0.2, -0.3, 1}
	case "up":
		return vec{0, 1, 0.3}
	case "front":
		return vec{1, -0.2, 0.2}
	}
	return vec{-1, -0.4, 0.3}
}
