//! What people do with Waymark, from beginning to end.

mod a_day;
mod days;
mod diary;
mod files;
mod finding;
mod for_everyone;
mod leaving;
mod linking;
mod mentor_loop;
mod mentor_orders;
mod mentor_pair;
mod mentor_roles;
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
