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
            "Membership" => {
                assert_eq!(schema(&properties["member"][0]), "Person");
                assert_eq!(schema(&properties["organization"][0]), "Organization");
            }
            "Position" => {
                for body in properties["organization"].as_array().into_iter().flatten() {
                    assert!(["Organization", "PublicBody"].contains(&&*schema(body)));
                }
            }
            _ => {}
        }
    }
    assert!(seen["Article"] == 1 && seen["Person"] >= 10 && seen["Mention"] > seen["Person"], "{seen:?}");
    assert_eq!(lines(&["people", "--format", "ftm", &file], ""), entities, "ids change from run to run");
}

/// A person of whom all is known: rows of the user's, a party, a body, a date beside the office.
const KNOWN: &str = "Alma Ek (S), överdammråd vid Dammverket sedan maj 2022, svarar.";
const ROWS: &str = "[sv persons]\nform\tid\nAlma Ek\tQ77\n\n[sv offices]\nform\trole\tscope\tid\n\
                    överdammråd\thead-of-agency\tpublic\to-3\n\n[sv bodies]\nform\tkind\tid\nDammverket\tagency\tb-9\n";

/// The output of a format for that person.
fn known(format: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.tsv");
    std::fs::write(&rows, ROWS).unwrap();
    let (out, code, said) =
        run(&["people", "--format", format, "--lexicon", &rows.display().to_string()], KNOWN);
    assert_eq!(code, 0, "{said}");
    out
}

#[test]
fn entities_hold_ids_kinds_and_terms() {
    let entities: Vec<Value> = known("ftm").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |schema: &str| {
        let found = entities.iter().find(|e| e["schema"] == schema);
        found.unwrap_or_else(|| panic!("no {schema}"))["properties"].clone()
    };
    assert_eq!(of("Person")["wikidataId"][0], "Q77");
    assert_eq!(of("Organization")["wikidataId"][0], "Q105112");
    assert_eq!(of("Organization")["country"][0], "se");
    assert_eq!(
        (&of("PublicBody")["name"][0], &of("PublicBody")["idNumber"][0]),
        (&"Dammverket".into(), &"b-9".into())
    );
    assert_eq!(of("PublicBody")["keywords"][0], "agency");
    assert_eq!(of("Position")["keywords"][0], "o-3");
    assert_eq!(of("Occupancy")["startDate"][0], "2022-05");
    assert!(of("Occupancy")["endDate"].is_null());
}

#[test]
fn popolo_holds_ids_kinds_and_terms() {
    let all: Value = serde_json::from_str(&known("popolo")).unwrap();
    let id = |record: &Value| record["identifiers"][0]["identifier"].as_str().unwrap().to_owned();
    assert_eq!(id(&all["persons"][0]), "Q77");
    assert_eq!(id(&all["posts"][0]), "o-3");
    let organizations: Vec<_> = all["organizations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| (o["name"].as_str().unwrap(), o["classification"].as_str().unwrap(), id(o)))
        .collect();
    assert_eq!(
        organizations,
        [("Dammverket", "agency", "b-9".to_owned()), ("S", "party", "Q105112".to_owned())]
    );
    assert_eq!(all["memberships"][0]["start_date"], "2022-05");
    let minister: Value = serde_json::from_str(&run(&["people", "--format", "popolo"], TEXT).0).unwrap();
    assert_eq!(minister["posts"][0]["links"][0]["url"], "https://www.wikidata.org/entity/Q83307");
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
