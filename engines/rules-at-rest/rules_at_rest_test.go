// Package rulesatrest evaluates rules as Prometheus does when it is started again: nothing is
// evaluated while it is down, and what it knew of pending alerts comes from its storage. promtool
// evaluates every minute and cannot rest.
package rulesatrest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/prometheus/common/promslog"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/promql/promqltest"
	"github.com/prometheus/prometheus/rules"
)

// The defaults of Prometheus's flags.
const (
	outageTolerance = time.Hour
	forGracePeriod  = 10 * time.Minute
	resendDelay     = time.Minute
)

// One world, in promtool's notation, and the rules that are evaluated in it each minute.
type question struct {
	Name string `json:"name"`
	// A rule file.
	Rules string `json:"rules"`
	// "load 1m", and a line for each series.
	Load    string `json:"load"`
	Minutes int    `json:"minutes"`
	// Nothing is evaluated from the first minute to before the second.
	Rest [2]int `json:"rest"`
}

type course struct {
	Labels  map[string]string `json:"labels"`
	Pending []int             `json:"pending"`
	Firing  []int             `json:"firing"`
}

type answer struct {
	Name string `json:"name"`
	// What a rule that failed said; then there are no courses.
	Failed  string    `json:"failed"`
	Courses []*course `json:"courses"`
}

func TestRulesAtRest(t *testing.T) {
	var questions []question
	read(t, os.Getenv("QUESTION"), &questions)
	answers := make([]answer, 0, len(questions))
	for _, asked := range questions {
		courses, err := evaluate(t, asked)
		answered := answer{Name: asked.Name, Courses: courses}
		if err != nil {
			answered = answer{Name: asked.Name, Failed: err.Error(), Courses: []*course{}}
		}
		answers = append(answers, answered)
	}
	written, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(os.Getenv("ANSWER"), written, 0o600); err != nil {
		t.Fatal(err)
	}
}

func evaluate(t *testing.T, asked question) ([]*course, error) {
	file := filepath.Join(t.TempDir(), "rules.json")
	if err := os.WriteFile(file, []byte(asked.Rules), 0o600); err != nil {
		return nil, err
	}
	suite, err := promqltest.NewLazyLoader(asked.Load, promqltest.LazyLoaderOpts{
		EnableAtModifier:     true,
		EnableNegativeOffset: true,
	})
	if err != nil {
		return nil, err
	}
	defer suite.Close()
	suite.SubqueryInterval = time.Minute
	start := func() ([]*rules.Group, error) {
		manager := rules.NewManager(&rules.ManagerOptions{
			QueryFunc:       rules.EngineQueryFunc(suite.QueryEngine(), suite.Storage()),
			Appendable:      suite.Storage(),
			Queryable:       suite.Storage(),
			Context:         context.Background(),
			NotifyFunc:      func(context.Context, string, ...*rules.Alert) {},
			Logger:          promslog.NewNopLogger(),
			OutageTolerance: outageTolerance,
			ForGracePeriod:  forGracePeriod,
			ResendDelay:     resendDelay,
			Parser:          parser.NewParser(parser.Options{}),
		})
		loaded, errs := manager.LoadGroups(time.Minute, labels.EmptyLabels(), "", nil, false, file)
		if len(errs) > 0 {
			return nil, errs[0]
		}
		groups := make([]*rules.Group, 0, len(loaded))
		for _, group := range loaded {
			groups = append(groups, group)
		}
		return groups, nil
	}
	groups, err := start()
	if err != nil {
		return nil, err
	}
	restored(groups)
	courses := map[string]*course{}
	ordered := []*course{}
	for minute := 0; minute <= asked.Minutes; minute++ {
		if minute >= asked.Rest[0] && minute < asked.Rest[1] {
			continue
		}
		if minute == asked.Rest[1] {
			if groups, err = start(); err != nil {
				return nil, err
			}
		}
		at := time.Unix(int64(minute)*60, 0).UTC()
		var failed error
		suite.WithSamplesTill(at, func(err error) {
			if err != nil {
				failed = err
				return
			}
			for _, group := range groups {
				group.Eval(suite.Context(), at)
				for _, rule := range group.Rules() {
					if err := rule.LastError(); err != nil {
						failed = fmt.Errorf("%s, minute %d: %w", rule.Name(), minute, err)
					}
				}
				// As Prometheus does: after the second evaluation, when rules have samples again.
				if minute == asked.Rest[1]+1 {
					group.RestoreForState(at)
				}
			}
		})
		if failed != nil {
			return nil, failed
		}
		for _, group := range groups {
			for _, alerting := range group.AlertingRules() {
				for _, alert := range alerting.ActiveAlerts() {
					key := alert.Labels.String()
					known, found := courses[key]
					if !found {
						known = &course{Labels: alert.Labels.Map(), Pending: []int{}, Firing: []int{}}
						courses[key] = known
						ordered = append(ordered, known)
					}
					if alert.State == rules.StateFiring {
						known.Firing = append(known.Firing, minute)
					} else {
						known.Pending = append(known.Pending, minute)
					}
				}
			}
		}
	}
	return ordered, nil
}

// restored says that nothing was pending before the world began.
func restored(groups []*rules.Group) {
	for _, group := range groups {
		for _, alerting := range group.AlertingRules() {
			alerting.SetRestored(true)
		}
	}
}

func read(t *testing.T, path string, into any) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, into); err != nil {
		t.Fatal(err)
	}
}
