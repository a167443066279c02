//! What people do with Waymark, from beginning to end.

mod a_day;
mod days;
mod diary;
mod files;
mod finding;
mod for_everyone;
mod leaving;
mod linking;
mod mentor_ends;
mod mentor_five_minutes;
mod mentor_loop;
mod mentor_orders;
mod mentor_pair;
mod mentor_roles;
mod mentor_sealed;
mod mentor_stops;
mod notebook_lasts;
mod opening;
mod reflection;
mod second_part;
mod second_thoughts;
mod shortcuts;
mod storage;
mod trash;
mod two_tabs;
mod unfinished;
