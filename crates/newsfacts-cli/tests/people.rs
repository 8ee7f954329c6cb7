//! Officials in the formats of the field.

mod common;

use common::{lines, page, run};
use serde_json::Value;
use std::collections::BTreeMap;

const TEXT: &str = "Sveriges finansminister Eva Lindholm (M) höjer prognosen. Lindholm räknar med 2 procent, sade \
                    finansministern. Förre talmannen Olof Ekvall gick.";

#[test]
fn people_are_listed_with_all_mentions() {
    let (out, code, _) = run(&["people"], TEXT);
    assert_eq!(code, 0);
    for words in ["Eva Lindholm (M)", "Sveriges finansminister", "Lindholm? ", "finansministern? ", "former"]
    {
        assert!(out.contains(words), "{words}: {out}");
    }
    let people = &lines(&["people", "--format", "jsonl"], TEXT)[0]["people"];
    assert_eq!(people[0]["mentions"].as_array().unwrap().len(), 3);
    assert_eq!(people[1]["offices"][0]["tenure"], "former");
}

#[test]
fn entities_of_follow_the_money_refer_to_each_other() {
    let file = page("sv.html").display().to_string();
    let entities = lines(&["people", "--format", "ftm", &file], "");
    let by_id: BTreeMap<&str, &Value> = entities.iter().map(|e| (e["id"].as_str().unwrap(), e)).collect();
    assert_eq!(by_id.len(), entities.len(), "an id stands twice");
    let schema = |id: &Value| by_id[id.as_str().unwrap()]["schema"].as_str().unwrap().to_owned();
    let mut seen = BTreeMap::<&str, usize>::new();
    for entity in &entities {
        let properties = &entity["properties"];
        let schema_name = entity["schema"].as_str().unwrap();
        *seen.entry(schema_name).or_default() += 1;
        match schema_name {
            "Occupancy" => {
                assert_eq!(schema(&properties["holder"][0]), "Person");
                assert_eq!(schema(&properties["post"][0]), "Position");
            }
            "Mention" => {
                assert_eq!(schema(&properties["resolved"][0]), "Person");
                assert_eq!(schema(&properties["document"][0]), "Article");
            }
            "Person" => assert_eq!(schema(&properties["proof"][0]), "Article"),
            _ => {}
        }
    }
    assert!(seen["Article"] == 1 && seen["Person"] >= 10 && seen["Mention"] > seen["Person"], "{seen:?}");
    assert_eq!(lines(&["people", "--format", "ftm", &file], ""), entities, "ids change from run to run");
}

#[test]
fn a_popolo_container_is_whole() {
    let (out, code, _) = run(&["people", "--format", "popolo"], TEXT);
    assert_eq!(code, 0);
    let all: Value = serde_json::from_str(&out).unwrap();
    let ids = |what: &str| -> Vec<&str> {
        all[what].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect()
    };
    assert_eq!(all["persons"][0]["name"], "Eva Lindholm");
    assert_eq!(all["persons"][0]["other_names"][0]["name"], "Lindholm");
    assert_eq!(all["organizations"][0]["classification"], "party");
    for membership in all["memberships"].as_array().unwrap() {
        assert!(ids("persons").contains(&membership["person_id"].as_str().unwrap()));
        if let Some(post) = membership["post_id"].as_str() {
            assert!(ids("posts").contains(&post));
        }
        if let Some(organization) = membership["organization_id"].as_str() {
            assert!(ids("organizations").contains(&organization));
        }
    }
    let roles: Vec<&str> =
        all["memberships"].as_array().unwrap().iter().map(|m| m["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["minister (current)", "member", "speaker (former)"]);
}
